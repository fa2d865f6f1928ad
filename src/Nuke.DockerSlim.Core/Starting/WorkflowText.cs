namespace Nuke.DockerSlim.Starting;

/// <summary>The workflow of docs/workflows, made fit for a repository.</summary>
public static class WorkflowText
{
    /// <summary>Where it belongs, from the root of the repository on.</summary>
    public const string Path = ".github/workflows/slim-image.yml";

    private const string Sample = "ghcr.io/acme/shop";

    /// <summary>The workflow for one image.</summary>
    /// <param name="repository">The image's repository.</param>
    /// <param name="branch">The branch that is pushed from.</param>
    public static string ForOne(string repository, string branch) =>
        string.Join('\n', Lines(branch).Select(x => x.Replace(Sample, repository, StringComparison.Ordinal)));

    /// <summary>The workflow for several images, whose repositories the build declares.</summary>
    /// <param name="branch">The branch that is pushed from.</param>
    public static string ForSeveral(string branch) =>
        string.Join('\n', Lines(branch).Where(x => !x.Contains(Sample, StringComparison.Ordinal)));

    private static IEnumerable<string> Lines(string branch)
    {
        using var stream = typeof(WorkflowText).Assembly.GetManifestResourceStream("slim-image.yml")!;
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'))
            yield return line.StartsWith("# What each line is for", StringComparison.Ordinal)
                ? "# Made by InitSlimImage; what each line is for: docs/github.md of Nuke.DockerSlim."
                : line.Replace("branches: [main]", $"branches: [{branch}]", StringComparison.Ordinal);
    }
}
