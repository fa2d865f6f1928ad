namespace Nuke.DockerSlim.Tests.PullRequests;

/// <summary>Payloads in the form that GitHub documents (tests/fixtures/github-events), such as <c>pull_request.fork</c>.</summary>
internal static class EventFiles
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Order().Select(x => Path.GetFileNameWithoutExtension(x)!);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    private static string Folder => Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "github-events");
}
