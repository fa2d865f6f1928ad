namespace Nuke.DockerSlim.Adapters;

/// <summary>The user's logins at registries.</summary>
internal interface IRegistryLogins
{
    /// <summary>The login at a registry; null where there is none.</summary>
    /// <param name="host">The registry, as <c>docker login</c> takes it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="Errors.EngineException">The credential helper that keeps it cannot be run.</exception>
    Task<RegistryCredentials?> FindAsync(string host, CancellationToken cancellationToken);
}
