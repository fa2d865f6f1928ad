using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

public class CreateContainerResponse
{
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    public IList<string> Warnings { get; set; }
}
