using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a change of a figure is.</summary>
[JsonConverter(typeof(CamelCase<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>A figure is missing on one side.</summary>
    Unknown,

    /// <summary>To the last digit the same; of a build time: within what builds of the same inputs differ by.</summary>
    Same,

    /// <summary>The figure became smaller.</summary>
    Less,

    /// <summary>The figure became larger.</summary>
    More,

    /// <summary>Too near to the noise to say.</summary>
    Inconclusive,
}
