using System.Net;
using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet.Operations;

internal sealed partial class ImageOperations(EngineClient engine) : IImageOperations
{
    private static DockerApiException NoSuchImage(HttpStatusCode status, string body) => new DockerImageNotFoundException(status, body);

    public async Task<IList<ImagesListResponse>> ListImagesAsync(ImagesListParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var response = await engine
            .SendAsync(EngineRequest.Get("images/json") with { Query = parameters.ToQueryString() }, cancellationToken)
            .ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ImagesListResponseArray);
    }

    public async Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(name);
        var response = await engine
            .SendAsync(EngineRequest.Get($"images/{name}/json") with { NotFound = NoSuchImage }, cancellationToken)
            .ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ImageInspectResponse);
    }

    public async Task<IList<ImageHistoryResponse>> GetImageHistoryAsync(string name, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(name);
        var response = await engine
            .SendAsync(EngineRequest.Get($"images/{name}/history") with { NotFound = NoSuchImage }, cancellationToken)
            .ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ImageHistoryResponseArray);
    }

    public Task TagImageAsync(string name, ImageTagParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        return engine.SendAsync(
            EngineRequest.Post($"images/{name}/tag") with
            {
                Query = parameters.ToQueryString(),
                NotFound = NoSuchImage,
            },
            cancellationToken
        );
    }

    public async Task<IList<IDictionary<string, string>>> DeleteImageAsync(
        string name,
        ImageDeleteParameters parameters,
        CancellationToken cancellationToken
    )
    {
        Argument.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new EngineRequest(HttpMethod.Delete, $"images/{name}") { Query = parameters.ToQueryString(), NotFound = NoSuchImage };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.DictionaryStringStringArray);
    }

    public async Task<ImagesPruneResponse> PruneImagesAsync(ImagesPruneParameters parameters, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Post("images/prune") with { Query = parameters?.ToQueryString() };
        var response = await engine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.ImagesPruneResponse);
    }
}
