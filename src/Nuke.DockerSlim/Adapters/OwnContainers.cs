using Docker.DotNet;
using Docker.DotNet.Models;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Takes away the containers that we started.</summary>
internal static class OwnContainers
{
    extension(DockerEngine engine)
    {
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
