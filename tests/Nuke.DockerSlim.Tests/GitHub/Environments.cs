using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>What GitHub Actions tells a step.</summary>
internal static class Environments
{
    public static GitHubEnvironment Of(string address, string? token = RestServer.Token) =>
        GitHubEnvironment.Read(x =>
            x switch
            {
                "GITHUB_REPOSITORY" => "acme/shop",
                "GITHUB_API_URL" => address,
                "GITHUB_TOKEN" => token,
                _ => null,
            }
        );
}
