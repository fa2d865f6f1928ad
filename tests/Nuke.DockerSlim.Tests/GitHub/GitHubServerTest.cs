using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Tests.Registries;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>A server that answers as GitHub does, with one open pull request, and time that does not have to be waited for.</summary>
public abstract class GitHubServerTest : IAsyncLifetime
{
    private protected const int Pull = 42;

    private protected static CommentMarker Marker { get; } = new("shop");

    private protected RestServer Server { get; } = new();

    private protected HurriedTime Time { get; } = new();

    public Task InitializeAsync()
    {
        Server.Data.Open(Pull);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
