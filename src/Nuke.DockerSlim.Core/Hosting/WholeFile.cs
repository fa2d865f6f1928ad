using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A file of the user's choice that is written in one piece: whoever reads it meanwhile sees the old one or the new one, never a half.</summary>
/// <param name="path">The file, absolute; its folder is made if it is missing.</param>
/// <param name="parameter">The parameter that names it, with its dashes.</param>
internal sealed class WholeFile(string path, string parameter)
{
    /// <summary>Takes away what an earlier run left there, and makes sure that it can be written.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public void Begin()
    {
        Write("");
        Try(() => File.Delete(path));
    }

    /// <summary>Writes it.</summary>
    /// <param name="text">All of it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(string text) => Try(() => Replace(path, text));

    /// <summary>Writes any file so.</summary>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public static void Replace(string path, string text)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{path} cannot be written: {e.Message} Name a file in a folder that can be written with {parameter}."
            );
        }
    }
}
