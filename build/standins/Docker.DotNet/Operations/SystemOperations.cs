using Docker.DotNet.Json;
using Docker.DotNet.Models;
using Docker.DotNet.Transport;

namespace Docker.DotNet.Operations;

internal sealed class SystemOperations(EngineClient engine) : ISystemOperations
{
    public Task AuthenticateAsync(AuthConfig authConfig, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authConfig);
        return engine.SendAsync(
            EngineRequest.Post("auth") with
            {
                Content = RequestContent.Json(authConfig, EngineJson.Types.AuthConfig),
            },
            cancellationToken
        );
    }

    public async Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken)
    {
        var response = await engine.SendAsync(EngineRequest.Get("version"), cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.VersionResponse);
    }

    public Task PingAsync(CancellationToken cancellationToken) => engine.SendAsync(EngineRequest.Get("_ping"), cancellationToken);

    public async Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken)
    {
        var response = await engine.SendAsync(EngineRequest.Get("info"), cancellationToken).ConfigureAwait(false);
        return EngineJson.Deserialize(response.Body, EngineJson.Types.SystemInfoResponse);
    }

    public Task<Stream> MonitorEventsAsync(ContainerEventsParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return engine.OpenStreamAsync(EngineRequest.Get("events") with { Query = parameters.ToQueryString() }, cancellationToken);
    }

    public Task MonitorEventsAsync(ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var opening = MonitorEventsAsync(parameters, cancellationToken);
        return MessageReader.ReportAsync(opening, EngineJson.Types.Message, progress, cancellationToken);
    }
}
