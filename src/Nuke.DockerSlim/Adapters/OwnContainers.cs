using Docker.DotNet;
using Docker.DotNet.Models;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What is done with every container that we start.</summary>
internal static class OwnContainers
{
    /// <summary>The label that says which run a container is of.</summary>
    public const string RunLabel = "nuke.dockerslim.run";

    private const string KindLabel = "nuke.dockerslim";

    extension(DockerEngine engine)
    {
        /// <summary>Makes a container that says whose it is, and is known to later runs should this one be killed.</summary>
        /// <param name="parameters">The container.</param>
        /// <param name="kind">What it is for.</param>
        /// <param name="whenMissing">What to say where the engine lacks its image; null for the engine's own words.</param>
        /// <param name="cancellationToken">Ends it.</param>
        public Task<CreateContainerResponse> CreateOwnAsync(
            CreateContainerParameters parameters,
            string kind,
            string? whenMissing,
            CancellationToken cancellationToken
        )
        {
            parameters.Labels = new Dictionary<string, string> { [KindLabel] = kind };
            if (engine.NoteContainers() is { } run)
                parameters.Labels[RunLabel] = run;
            return engine.AskAsync(x => x.Containers.CreateContainerAsync(parameters, cancellationToken), whenMissing);
        }

        /// <summary>Listens to what a container writes; before it is started, so that nothing is missed.</summary>
        public Task<MultiplexedStream> ListenAsync(string id, CancellationToken cancellationToken) =>
            engine.AskAsync(x =>
                x.Containers.AttachContainerAsync(
                    id,
                    false,
                    new ContainerAttachParameters
                    {
                        Stream = true,
                        Stdout = true,
                        Stderr = true,
                    },
                    cancellationToken
                )
            );

        /// <summary>Kills a container and takes it away with its volumes; whatever stands against that is not worth a word more.</summary>
        public async Task TakeAwayAsync(string id)
        {
            try
            {
                await engine
                    .Client.Containers.RemoveContainerAsync(
                        id,
                        new ContainerRemoveParameters { Force = true, RemoveVolumes = true },
                        CancellationToken.None
                    )
                    .ConfigureAwait(false);
            }
            catch (DockerContainerNotFoundException)
            {
                // Somebody else took it away.
            }
            catch (DockerApiException e) when (e.StatusCode == System.Net.HttpStatusCode.Conflict)
            {
                // Somebody else is taking it away.
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The engine is gone, and what went wrong first is already on its way to the user. A later run takes it away.
                engine.Ledger?.Keep();
            }
        }
    }
}
