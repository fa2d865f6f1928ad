using Docker.DotNet;
using Docker.DotNet.Models;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What is done with every container that we start.</summary>
internal static class OwnContainers
{
    extension(DockerEngine engine)
    {
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
                // The engine is gone, and what went wrong first is already on its way to the user.
            }
        }
    }
}
