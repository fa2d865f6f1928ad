using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Something to do about an image, and what that saves.</summary>
public sealed record Advice
{
    /// <summary>What to do, an imperative.</summary>
    public required string Title { get; init; }

    /// <summary>The rules whose findings it comes from; empty where it comes from none.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>
    /// What it saves of the image's own unpacked size, negative where it adds; null when unknown. Estimated from what was found unless
    /// <see cref="Measured" /> says otherwise.
    /// </summary>
    [JsonPropertyName("savesBytes")]
    public ByteSize? Saves { get; init; }

    /// <summary>What it saves of the build after an edit (of the cold build where <c>--scenarios</c> names it), in milliseconds; null when unknown.</summary>
    public long? SavesMilliseconds { get; init; }

    /// <summary>Whether TryAdvice did it to a copy, built that and measured it: on top of what stands before it in the order of the edits.</summary>
    public bool Measured { get; init; }

    /// <summary>What to change, as a unified diff of the files as they are, or, where it was measured, as the edits before it left them; null for none.</summary>
    public string? Diff { get; init; }

    /// <summary>Why TryAdvice dropped it; null when it did not.</summary>
    public string? Dropped { get; init; }
}
