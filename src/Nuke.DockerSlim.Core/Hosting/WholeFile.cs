using System.Text;
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
    public void Write(string text) =>
        Try(() =>
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
            try
            {
                File.WriteAllText(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        });

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
