using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The build context: what the builds ask for, what no line needs, and what is ignored.</summary>
public sealed record ContextFacts
{
    /// <summary>The stages whose builds are counted: a file that another stage reads counts as unused.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Bytes of the files that their builds ask for, each counted once: what a first transfer sends, without what goes with each file.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>How many files and links that are.</summary>
    public required int Files { get; init; }

    /// <summary>The largest of them, at most ten.</summary>
    public IReadOnlyList<ContextPathFacts> Largest { get; init; } = [];

    /// <summary>Bytes of the files that <c>.dockerignore</c> lets through and no line takes in, whether they are sent or not.</summary>
    [JsonPropertyName("unusedBytes")]
    public required ByteSize UnusedContent { get; init; }

    /// <summary>How many files and links that are.</summary>
    public required int UnusedFiles { get; init; }

    /// <summary>The part of <see cref="UnusedContent" /> that is sent nevertheless.</summary>
    [JsonPropertyName("unusedSentBytes")]
    public required ByteSize UnusedSent { get; init; }

    /// <summary>The largest of the unused, at most ten: folders of which nothing is taken in, and single files of others.</summary>
    public IReadOnlyList<ContextPathFacts> Unused { get; init; } = [];

    /// <summary>What <c>.dockerignore</c> leaves out.</summary>
    public required IgnoredFacts Ignored { get; init; }
}
