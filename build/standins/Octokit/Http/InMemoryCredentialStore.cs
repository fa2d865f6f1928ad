namespace Octokit.Internal;

public class InMemoryCredentialStore : ICredentialStore
{
    private readonly Credentials _credentials;

    public InMemoryCredentialStore(Credentials credentials) => _credentials = Ensure.NotNull(credentials);

    public Task<Credentials> GetCredentials() => Task.FromResult(_credentials);
}
