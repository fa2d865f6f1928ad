namespace Octokit;

public static class AcceptHeaders
{
    public const string StableVersion = "application/vnd.github.v3";

    public const string StableVersionJson = "application/vnd.github.v3+json";

    public const string RawContentMediaType = "application/vnd.github.v3.raw";
}
