using System.Net;
using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet.Operations;

internal sealed partial class ContainerOperations(EngineClient engine) : IContainerOperations
{
    private static DockerApiException NoSuchContainer(HttpStatusCode status, string body) =>
        new DockerContainerNotFoundException(status, body);

    public async Task<IList<ContainerListResponse>> ListContainersAsync(
        ContainersListParameters parameters,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Get("containers/json") with { Query = parameters.ToQueryString() };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ContainerListResponseArray);
    }

    public async Task<CreateContainerResponse> CreateContainerAsync(
        CreateContainerParameters parameters,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post("containers/create") with
        {
            // Without a name there is no query at all, so the platform is not sent either; so it is in the real package.
            Query = string.IsNullOrEmpty(parameters.Name) ? null : parameters.ToQueryString(),
            Content = RequestContent.Json(parameters, EngineJson.Types.CreateContainerParameters),
            NotFound = static (status, body) => new DockerImageNotFoundException(status, body),
        };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.CreateContainerResponse);
    }

    public async Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        var request = EngineRequest.Get($"containers/{id}/json") with { NotFound = NoSuchContainer };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ContainerInspectResponse);
    }

    public async Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        var request = EngineRequest.Post($"containers/{id}/start") with { Query = parameters?.ToQueryString(), NotFound = NoSuchContainer };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.StatusCode != HttpStatusCode.NotModified;
    }

    public async Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post($"containers/{id}/stop") with { Query = parameters.ToQueryString(), NotFound = NoSuchContainer };
        // The engine answers when the container has stopped, which may be later than any general limit.
        var response = await engine.SendAsync(request, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return response.StatusCode != HttpStatusCode.NotModified;
    }

    public Task KillContainerAsync(string id, ContainerKillParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post($"containers/{id}/kill") with { Query = parameters.ToQueryString(), NotFound = NoSuchContainer };
        return engine.SendAsync(request, cancellationToken);
    }

    public async Task<ContainerWaitResponse> WaitContainerAsync(string id, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        var request = EngineRequest.Post($"containers/{id}/wait") with { NotFound = NoSuchContainer };
        var response = await engine.SendAsync(request, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ContainerWaitResponse);
    }

    public Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new EngineRequest(HttpMethod.Delete, $"containers/{id}")
        {
            Query = parameters.ToQueryString(),
            NotFound = NoSuchContainer,
        };
        return engine.SendAsync(request, cancellationToken);
    }

    public async Task<ContainersPruneResponse> PruneContainersAsync(
        ContainersPruneParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var request = EngineRequest.Post("containers/prune") with { Query = parameters?.ToQueryString() };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ContainersPruneResponse);
    }
}
