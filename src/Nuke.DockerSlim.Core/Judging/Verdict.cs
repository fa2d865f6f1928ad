using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Judging;

/// <summary>What a figure is against its limit.</summary>
[JsonConverter(typeof(CamelCase<Verdict>))]
public enum Verdict
{
    /// <summary>There is a figure and no limit.</summary>
    NotLimited,

    /// <summary>The figure is at most the limit.</summary>
    Within,

    /// <summary>The figure is more than the limit.</summary>
    Exceeded,

    /// <summary>There is a limit and no figure that can be held against it.</summary>
    NotMeasured,

    /// <summary>The figure is too noisy to say.</summary>
    Inconclusive,

    /// <summary>There is a limit of growth and nothing to hold the image against; no reason to fail.</summary>
    NoBaseline,
}
