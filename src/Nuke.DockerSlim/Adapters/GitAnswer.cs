using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What git said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">Its output.</param>
/// <param name="Error">Its error output.</param>
internal sealed record GitAnswer(int ExitCode, string Text, string Error)
{
    /// <summary>The first line of what it had to say against it.</summary>
    public string Said => UntrustedText.OneLine(Error.Trim().Split('\n')[0].TrimEnd('\r', '.'));
}
