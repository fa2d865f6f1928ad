namespace Nuke.DockerSlim.Reporting;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth mending.</summary>
    Warning,

    /// <summary>To be mended.</summary>
    Error,
}
