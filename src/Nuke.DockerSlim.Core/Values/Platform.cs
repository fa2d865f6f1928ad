using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>Operating system, architecture and, where there is one, variant: <c>linux/arm64</c>, <c>linux/arm/v7</c>.</summary>
public readonly partial record struct Platform
{
    /// <summary>Creates a platform.</summary>
    /// <param name="value">The text, such as <c>linux/amd64</c>.</param>
    /// <exception cref="InputException">The text is no platform.</exception>
    public Platform(string value) =>
        Value = Form().IsMatch(value)
            ? value
            : throw new InputException($"'{value}' is not a platform; write one such as linux/amd64 or linux/arm64.");

    /// <summary>The text; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <summary>The one text of those that mean the same platform: arm64 is v8 and arm is v7 unless it is said otherwise.</summary>
    /// <param name="platform">A platform's text.</param>
    internal static string Normal(string platform) =>
        platform.EndsWith("/arm64/v8", StringComparison.Ordinal) ? platform[..^3]
        : platform.EndsWith("/arm", StringComparison.Ordinal) ? platform + "/v7"
        : platform;

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z0-9]+/[a-z0-9_]+(/v[0-9]+)?\z")]
    private static partial Regex Form();
}
