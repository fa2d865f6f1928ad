using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>Nobody has logged in anywhere.</summary>
internal sealed class NoLogins : IRegistryLogins
{
    public Task<RegistryCredentials?> FindAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult<RegistryCredentials?>(null);
}
