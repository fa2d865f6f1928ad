using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class Runtime
{
    [JsonPropertyName("path")]
    public string Path { get; set; }

    [JsonPropertyName("runtimeArgs")]
    public IList<string> Args { get; set; }
}
