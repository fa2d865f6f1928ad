namespace Nuke.DockerSlim.Planning;

/// <summary>
/// A last stage, put behind the user's Dockerfile, that holds nothing but the test stage's result files. Building it runs the same steps with the
/// same cache, and exports a few kilobytes where an image of the test stage would be hundreds of megabytes.
/// </summary>
public static class ResultsStage
{
    /// <summary>Its name.</summary>
    public const string Name = "dockerslim-test-results";

    /// <summary>The user's Dockerfile with the stage behind it. Line numbers of the user's own lines stay.</summary>
    /// <param name="dockerfile">The Dockerfile's text.</param>
    /// <param name="stage">The test stage.</param>
    /// <param name="path">The file or folder in it.</param>
    public static string Append(string dockerfile, string stage, string path) =>
        $"{dockerfile}\n\nFROM scratch AS {Name}\nCOPY --from={stage} [\"{Escape(path)}\", \"/results/\"]\n";

    private static string Escape(string path) =>
        path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
