using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What is in an image. File content only: folders, links and headers of tars weigh nothing here.</summary>
public sealed record ContentsFacts
{
    // Of an image of 190 MB these are all files and folders above 100 kB.
    internal const int MostPaths = 300;

    /// <summary>How many files the image has; names of one file (hard links) each.</summary>
    public required int Files { get; init; }

    /// <summary>File content that the image shows, hard links once.</summary>
    [JsonPropertyName("liveBytes")]
    public required ByteSize Live { get; init; }

    /// <summary>File content that lies in the layers and that the image does not show: overwritten, removed or hidden by later layers.</summary>
    [JsonPropertyName("wastedBytes")]
    public required ByteSize Wasted { get; init; }

    /// <summary>The live part of all file content in the layers, from zero to one; one when there is none.</summary>
    public required double Efficiency { get; init; }

    /// <summary>What is wasted, the most first, at most twenty.</summary>
    public IReadOnlyList<WasteFacts> Waste { get; init; } = [];

    /// <summary>The largest files, at most twenty.</summary>
    public IReadOnlyList<FileFacts> Largest { get; init; } = [];

    /// <summary>Folders at the depth where they are still told apart, the largest first, at most twenty.</summary>
    public IReadOnlyList<FileFacts> Folders { get; init; } = [];

    /// <summary>Files of equal content under several paths, the most bytes to save first, at most ten.</summary>
    public IReadOnlyList<DuplicateFacts> Duplicates { get; init; } = [];

    /// <summary>
    /// The largest files and folders, every one down to the least that is listed, at most three hundred: what other images are held against. Empty in reports of
    /// older versions.
    /// </summary>
    public IReadOnlyList<FileFacts> Paths { get; init; } = [];

    /// <summary>Why not everything in the layers could be looked at, a sentence; null when it could.</summary>
    public string? Gap { get; init; }
}
