using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>How many packages of each kind there are; a version counts once.</summary>
public sealed record PackageCounts
{
    /// <summary>Those of Debian and its relatives.</summary>
    public int Dpkg { get; init; }

    /// <summary>Those of Alpine and its relatives.</summary>
    public int Apk { get; init; }

    /// <summary>Those of node.</summary>
    public int Npm { get; init; }

    /// <summary>Those of Python.</summary>
    public int Python { get; init; }

    /// <summary>Those of .NET.</summary>
    [JsonPropertyName("nuget")]
    public int NuGet { get; init; }

    /// <summary>Those that Go programs were linked from.</summary>
    public int Go { get; init; }

    /// <summary>The archives of Java classes.</summary>
    public int Jar { get; init; }
}
