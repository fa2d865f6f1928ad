using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>A build context on disk, gone afterwards.</summary>
internal sealed class ContextFolder : IDisposable
{
    private readonly string _above = Directory.CreateTempSubdirectory("context ü ").FullName;

    public ContextFolder() => Directory.CreateDirectory(Path);

    public string Path => System.IO.Path.Combine(_above, "context");

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public string Beside(string relative) => System.IO.Path.Combine(_above, relative);

    /// <summary>Makes files of one byte; a path that ends in a slash is an empty folder.</summary>
    public ContextFolder With(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            if (path.EndsWith('/'))
                Directory.CreateDirectory(this[path]);
            else
                Write(path, "x");
        return this;
    }

    public ContextFolder Ignoring(params string[] lines) => Write(".dockerignore", string.Join('\n', lines));

    public ContextFolder Write(string path, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], content);
        return this;
    }

    public ContextListing Read(bool countIgnored = false) =>
        ContextWalk.Read(Path, this["Dockerfile"], countIgnored, CancellationToken.None);

    /// <summary>What is let through, the .dockerignore itself left aside; folders end in a slash.</summary>
    public IReadOnlyList<string> Entries() =>
        [.. Read().Entries.Where(x => x.Path != ".dockerignore").Select(x => x.Kind == ContextEntryKind.Folder ? x.Path + "/" : x.Path)];

    public void Dispose() => Directory.Delete(_above, recursive: true);
}
