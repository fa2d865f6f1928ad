using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>One of the platforms of an image that was built or measured for several: the figures that its own report gives in full.</summary>
public sealed record PlatformFacts
{
    /// <summary>The platform, such as <c>linux/arm64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>Its own report, relative to the folder of this one: <c>platforms/linux-arm64/slim-report.json</c>.</summary>
    public string Report { get; init; } = "";

    /// <summary>The name under which the engine keeps its image; null until it is built, and where a builder left it in a layout.</summary>
    public string? LocalReference { get; init; }

    /// <summary>The platform manifest's digest; null where the store has none before a push (the classic store).</summary>
    public Digest? Digest { get; init; }

    /// <summary>The config's digest, the same in every store; null until it is measured.</summary>
    public Digest? ConfigDigest { get; init; }

    /// <summary>Its sizes; null until it is measured.</summary>
    public SizeFacts? Sizes { get; init; }

    /// <summary>How long a pull takes at least; null until it is measured.</summary>
    public PullFacts? Pull { get; init; }

    /// <summary>The number of its layers; null until it is measured.</summary>
    public int? LayerCount { get; init; }

    /// <summary>File content that lies in its layers and that it does not show; null where they could not be looked into.</summary>
    [JsonPropertyName("wastedBytes")]
    public ByteSize? Wasted { get; init; }

    /// <summary>Content that a service does not need to run; null as before.</summary>
    [JsonPropertyName("residueBytes")]
    public ByteSize? Residue { get; init; }

    /// <summary>How many packages are in it; null as before.</summary>
    public int? PackageCount { get; init; }

    /// <summary>Its builds that were timed.</summary>
    public BuildFacts Builds { get; init; } = new();

    /// <summary>What the tests came to that were run for it.</summary>
    public TestStatus Tests { get; init; } = TestStatus.NotRun;

    /// <summary>Why no tests were run for it; null where some were, or nobody asked for any.</summary>
    public string? TestsNote { get; init; }

    /// <summary>The limits and what its figures were held against.</summary>
    public IReadOnlyList<BudgetFacts> Budget { get; init; } = [];
}
