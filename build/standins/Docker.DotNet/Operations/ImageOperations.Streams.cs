using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet.Operations;

/// <summary>Images on their way in or out: nothing here holds a whole image in memory.</summary>
internal sealed partial class ImageOperations
{
    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        AuthConfig authConfig,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    ) => CreateImageAsync(parameters, null, authConfig, null, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        AuthConfig authConfig,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    ) => CreateImageAsync(parameters, null, authConfig, headers, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        Stream imageStream,
        AuthConfig authConfig,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    ) => CreateImageAsync(parameters, imageStream, authConfig, null, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters,
        Stream imageStream,
        AuthConfig authConfig,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (imageStream is not null)
        {
            // "-" tells the engine that the image is the request's body; the caller's parameters change, as with the real package.
            parameters.FromSrc = "-";
        }

        var allHeaders = RequestContent.RegistryAuth(authConfig);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            allHeaders[name] = value;
        }

        var request = EngineRequest.Post("images/create") with
        {
            Query = parameters.ToQueryString(),
            Content = imageStream is null ? null : RequestContent.Tar(imageStream),
            Headers = allHeaders,
        };
        return ReportAsync(request, progress, cancellationToken, cancellationToken);
    }

    public Task PushImageAsync(
        string name,
        ImagePushParameters parameters,
        AuthConfig authConfig,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    )
    {
        Argument.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post($"images/{name}/push") with
        {
            Query = parameters.ToQueryString(),
            Headers = RequestContent.RegistryAuth(authConfig),
        };
        // The real package lets the token stop the reading, not the request.
        return ReportAsync(request, progress, CancellationToken.None, cancellationToken);
    }

    public Task<Stream> SaveImageAsync(string name, CancellationToken cancellationToken) => SaveImagesAsync([name], cancellationToken);

    public Task<Stream> SaveImagesAsync(string[] names, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Get("images/get") with
        {
            Query = names is { Length: > 0 } ? new QueryString().AddEach("names", names) : null,
            NotFound = NoSuchImage,
        };
        return engine.OpenStreamAsync(request, cancellationToken);
    }

    public Task LoadImageAsync(
        ImageLoadParameters parameters,
        Stream imageStream,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post("images/load") with
        {
            Content = RequestContent.Tar(imageStream),
            Query = parameters.ToQueryString(),
        };
        return ReportAsync(request, progress, cancellationToken, cancellationToken);
    }

    private Task ReportAsync(
        EngineRequest request,
        IProgress<JSONMessage> progress,
        CancellationToken opening,
        CancellationToken reading
    ) => MessageReader.ReportAsync(engine.OpenStreamAsync(request, opening), EngineJson.Types.JSONMessage, progress, reading);
}
