using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>How bad a finding is.</summary>
[JsonConverter(typeof(CamelCase<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth mending.</summary>
    Warning,

    /// <summary>To be mended.</summary>
    Error,
}
