namespace Nuke.DockerSlim.Tests;

/// <summary>A test that needs a tool of Linux. Elsewhere it is counted as skipped, and says why.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs flock, which Linux has.";
}
