namespace Nuke.DockerSlim.Hosting;

/// <summary>A copy of a Dockerfile that says something else, with the ignore file of its own that a builder looks for beside it.</summary>
public static class CopiedDockerfile
{
    private const string IgnoreFile = ".dockerignore";

    /// <summary>Writes a copy.</summary>
    /// <param name="original">The Dockerfile.</param>
    /// <param name="copy">Where the copy goes; it is replaced.</param>
    /// <param name="edit">Gets the text, gives the copy's.</param>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static void Write(string original, string copy, Func<string, string> edit)
    {
        File.WriteAllText(copy, edit(File.ReadAllText(original)));
        if (File.Exists(original + IgnoreFile))
            File.Copy(original + IgnoreFile, copy + IgnoreFile, overwrite: true);
    }
}
