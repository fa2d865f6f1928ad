using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The files that a repository begins with.</summary>
/// <param name="root">The root folder, absolute.</param>
internal sealed class StartFiles(string root)
{
    /// <summary>Whether there is a file.</summary>
    /// <param name="name">Its path from the root folder.</param>
    public bool Has(string name) => File.Exists(Path.Combine(root, name));

    /// <summary>A file's text; empty where there is none.</summary>
    /// <param name="name">Its path from the root folder.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public string Read(string name)
    {
        try
        {
            return Has(name) ? File.ReadAllText(Path.Combine(root, name)) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name} cannot be read ({e.Message.TrimEnd('.')}), so nothing was written; make it readable.");
        }
    }

    /// <summary>Takes a file away.</summary>
    /// <param name="name">Its path from the root folder.</param>
    public void Remove(string name) => File.Delete(Path.Combine(root, name));

    /// <summary>Writes a file in one piece.</summary>
    /// <param name="name">Its path from the root folder.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(string name, string text)
    {
        try
        {
            WholeFile.Replace(Path.Combine(root, name), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{name} cannot be written ({e.Message.TrimEnd('.')}); make it writable, and run InitSlimImage again."
            );
        }
    }
}
