using System.Text;
using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet.Operations;

/// <summary>What flows in and out of a container: output, input and files.</summary>
internal sealed partial class ContainerOperations
{
    public Task<Stream> GetContainerLogsAsync(string id, ContainerLogsParameters parameters, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Get($"containers/{id}/logs") with { Query = parameters.ToQueryString(), NotFound = NoSuchContainer };
        return engine.OpenStreamAsync(request, cancellationToken);
    }

    public Task GetContainerLogsAsync(
        string id,
        ContainerLogsParameters parameters,
        CancellationToken cancellationToken,
        IProgress<string> progress
    ) => MessageReader.ReportLinesAsync(GetContainerLogsAsync(id, parameters, cancellationToken), progress, cancellationToken);

    public async Task<MultiplexedStream> GetContainerLogsAsync(
        string id,
        bool tty,
        ContainerLogsParameters parameters,
        CancellationToken cancellationToken
    ) => new(await GetContainerLogsAsync(id, parameters, cancellationToken).ConfigureAwait(false), multiplexed: !tty);

    public Task<Stream> ExportContainerAsync(string id, CancellationToken cancellationToken)
    {
        Argument.ThrowIfNullOrEmpty(id);
        return engine.OpenStreamAsync(EngineRequest.Get($"containers/{id}/export") with { NotFound = NoSuchContainer }, cancellationToken);
    }

    public async Task<MultiplexedStream> AttachContainerAsync(
        string id,
        bool tty,
        ContainerAttachParameters parameters,
        CancellationToken cancellationToken
    )
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = EngineRequest.Post($"containers/{id}/attach") with { Query = parameters.ToQueryString(), NotFound = NoSuchContainer };
        return new MultiplexedStream(await engine.HijackAsync(request, cancellationToken).ConfigureAwait(false), multiplexed: !tty);
    }

    public async Task<GetArchiveFromContainerResponse> GetArchiveFromContainerAsync(
        string id,
        GetArchiveFromContainerParameters parameters,
        bool statOnly,
        CancellationToken cancellationToken
    )
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new EngineRequest(statOnly ? HttpMethod.Head : HttpMethod.Get, $"containers/{id}/archive")
        {
            Query = parameters.ToQueryString(),
            NotFound = NoSuchContainer,
        };
        var response = await engine.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        var keepOpen = false;
        try
        {
            var header = response.Headers.GetValues("X-Docker-Container-Path-Stat").First();
            var stat = Encoding.UTF8.GetString(Convert.FromBase64String(header));
            var archive = new GetArchiveFromContainerResponse
            {
                Stat = EngineJson.Deserialize(stat, EngineJson.Types.ContainerPathStatResponse),
                Stream = statOnly ? null : await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false),
            };
            keepOpen = !statOnly;
            return archive;
        }
        finally
        {
            if (!keepOpen)
            {
                response.Dispose();
            }
        }
    }

    public Task ExtractArchiveToContainerAsync(
        string id,
        ContainerPathStatParameters parameters,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        Argument.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new EngineRequest(HttpMethod.Put, $"containers/{id}/archive")
        {
            Query = parameters.ToQueryString(),
            Content = RequestContent.Tar(stream),
            NotFound = NoSuchContainer,
        };
        return engine.SendAsync(request, cancellationToken);
    }
}
