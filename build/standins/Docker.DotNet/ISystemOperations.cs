using Docker.DotNet.Models;

namespace Docker.DotNet;

public interface ISystemOperations
{
    Task AuthenticateAsync(AuthConfig authConfig, CancellationToken cancellationToken = default);

    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    Task PingAsync(CancellationToken cancellationToken = default);

    Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default);

    [Obsolete("Takes no progress: use the overload that reports each message.")]
    Task<Stream> MonitorEventsAsync(ContainerEventsParameters parameters, CancellationToken cancellationToken);

    Task MonitorEventsAsync(
        ContainerEventsParameters parameters,
        IProgress<Message> progress,
        CancellationToken cancellationToken = default
    );
}
