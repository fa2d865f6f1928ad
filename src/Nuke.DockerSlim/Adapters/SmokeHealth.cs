using System.Globalization;
using Docker.DotNet.Models;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What a container's HEALTHCHECK said last.</summary>
internal sealed class SmokeHealth
{
    /// <summary>Whether it is well.</summary>
    public bool IsHealthy { get; private set; }

    /// <summary>What the last probe came to, to be put behind a sentence; empty when there was none.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Takes in the container's state.</summary>
    public void Take(ContainerState? state)
    {
        IsHealthy = state?.Health?.Status == "healthy";
        if (state?.Health?.Log is [.., var last])
            Said = string.Create(
                CultureInfo.InvariantCulture,
                $" (its command ended with {last.ExitCode}{(last.Output?.Trim() is { Length: > 0 } output ? ": " + Cut(output) : "")})"
            );
    }

    private static string Cut(string output) => output.Length > 200 ? output[..200] + "..." : output;
}
