using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Contexts;

/// <summary>The lists that stand as texts in a local source's attributes.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class ContextJson : JsonSerializerContext;
