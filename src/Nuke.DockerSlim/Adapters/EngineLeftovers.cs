using Docker.DotNet.Models;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Takes away what runs left in an engine that were killed: containers by their label, and names of images that they had written down.</summary>
/// <param name="engine">The engine.</param>
/// <param name="directory">The folder of all runs' ledgers.</param>
internal sealed class EngineLeftovers(DockerEngine engine, string directory)
{
    /// <summary>Takes it away.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was taken away, in words; empty where there was nothing.</returns>
    /// <exception cref="EngineException">The engine does not answer.</exception>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        // An engine that nobody asked who it is has nothing made in it.
        if (engine.Id is { } id)
            await RunLedger.SweepAsync(directory, id, x => SweepAsync(x, gone, cancellationToken)).ConfigureAwait(false);
        return gone;
    }

    private async Task SweepAsync(LeftRun left, List<string> gone, CancellationToken cancellationToken)
    {
        // Containers first: an image that one of them runs keeps its name.
        foreach (var container in await ContainersAsync(left.Run, cancellationToken).ConfigureAwait(false))
        {
            await engine.TakeAwayAsync(container.ID).ConfigureAwait(false);
            gone.Add($"container {container.ID[..12]}");
        }
        foreach (var image in left.Images)
            if (await engine.FindAsync(image, cancellationToken).ConfigureAwait(false) is not null)
            {
                await engine.RemoveAsync(image, cancellationToken).ConfigureAwait(false);
                gone.Add($"image {image}");
            }
    }

    private Task<IList<ContainerListResponse>> ContainersAsync(string run, CancellationToken cancellationToken) =>
        engine.AskAsync(x =>
            x.Containers.ListContainersAsync(
                new ContainersListParameters
                {
                    All = true,
                    Filters = new Dictionary<string, IDictionary<string, bool>>
                    {
                        ["label"] = new Dictionary<string, bool> { [$"{OwnContainers.RunLabel}={run}"] = true },
                    },
                },
                cancellationToken
            )
        );
}
