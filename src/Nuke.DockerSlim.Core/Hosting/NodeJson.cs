using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Writers of JSON made at compile time.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class NodeJson : JsonSerializerContext;
