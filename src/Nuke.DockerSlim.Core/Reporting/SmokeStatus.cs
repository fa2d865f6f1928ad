using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What starting the image came to.</summary>
[JsonConverter(typeof(CamelCase<SmokeStatus>))]
public enum SmokeStatus
{
    /// <summary>It was not started.</summary>
    NotRun,

    /// <summary>All held that was asked for.</summary>
    Passed,

    /// <summary>Something did not hold.</summary>
    Failed,
}
