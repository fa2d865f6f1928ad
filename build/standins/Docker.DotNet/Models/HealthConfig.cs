using System.Text.Json.Serialization;
using Docker.DotNet.Json;

namespace Docker.DotNet.Models;

public class HealthConfig
{
    public IList<string> Test { get; set; }

    [JsonConverter(typeof(NanosecondsJsonConverter))]
    public TimeSpan Interval { get; set; }

    [JsonConverter(typeof(NanosecondsJsonConverter))]
    public TimeSpan Timeout { get; set; }

    public long StartPeriod { get; set; }

    public long Retries { get; set; }
}
