using System.Globalization;
using System.Text.Json.Serialization;

namespace Octokit;

public class RateLimit
{
    public RateLimit() { }

    public RateLimit(IDictionary<string, string> responseHeaders)
        : this(
            (int)Number(responseHeaders, "X-RateLimit-Limit"),
            (int)Number(responseHeaders, "X-RateLimit-Remaining"),
            Number(responseHeaders, "X-RateLimit-Reset")
        ) { }

    public RateLimit(int limit, int remaining, long resetAsUtcEpochSeconds)
    {
        Limit = limit;
        Remaining = remaining;
        ResetAsUtcEpochSeconds = resetAsUtcEpochSeconds;
    }

    public int Limit { get; private set; }

    public int Remaining { get; private set; }

    // On the wire the same name carries the seconds.
    [JsonIgnore]
    public DateTimeOffset Reset => DateTimeOffset.FromUnixTimeSeconds(ResetAsUtcEpochSeconds);

    [JsonPropertyName("reset")]
    public long ResetAsUtcEpochSeconds { get; private set; }

    public RateLimit Clone() => new(Limit, Remaining, ResetAsUtcEpochSeconds);

    private static long Number(IDictionary<string, string> headers, string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { } text
        && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
