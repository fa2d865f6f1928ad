using System.Text.Json.Serialization;
using Docker.DotNet.Json;

namespace Docker.DotNet.Models;

[JsonConverter(typeof(ExtensionDataJsonConverter))]
public class ObjectExtensionData
{
    public IDictionary<string, object> ExtensionData { get; set; }
}
