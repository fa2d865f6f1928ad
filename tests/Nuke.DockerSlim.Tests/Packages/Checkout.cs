using System.Reflection;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>
/// A copy of chosen files of this repository in a folder whose name needs care, with package sources and a package cache of its own:
/// nothing is fetched, and nothing made here reaches the user's cache.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dockerslim tests {Guid.NewGuid():N}");

    // The SDK leaves an empty folder behind with each command. Not below the other one: MSBuild's own Exec fails where the path has spaces.
    private readonly string _temporary = Directory.CreateTempSubdirectory("slim-sdk-").FullName;
    private readonly Dictionary<string, string?> _environment;

    public Checkout()
    {
        Root = Path.Combine(_folder, "Übung mit Leerzeichen");
        Source = Directory.CreateDirectory(Path.Combine(_folder, "a source")).FullName;
        Directory.CreateDirectory(Root);
        // NuGet reads the configuration of the folders above too: from here on the machine's own sources do not count.
        File.WriteAllText(
            Path.Combine(_folder, "nuget.config"),
            """<configuration><packageSources><clear /><add key="tests" value="a source" /></packageSources></configuration>"""
        );
        _environment = new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "package cache"),
            ["TMPDIR"] = _temporary,
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            // Set for this process by `dotnet test`, and meant for it alone.
            ["MSBuildSDKsPath"] = null,
            ["MSBuildExtensionsPath"] = null,
            ["MSBUILD_EXE_PATH"] = null,
        };
    }

    public string Root { get; }

    /// <summary>The one package source besides the repository's own.</summary>
    public string Source { get; }

    public string At(string path) => Path.Combine(Root, path);

    /// <summary>Copies files, or folders with all below them, as they are in this repository now, without what a build left there.</summary>
    public void Copy(params string[] paths)
    {
        var repository = RepositoryFolder();
        foreach (var path in paths.Select(x => Path.Combine(repository, x)))
        {
            var files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories);
            foreach (
                var file in files
                    .Select(x => Path.GetRelativePath(repository, x))
                    .Where(x => !x.Split('/', '\\').Any(y => y is "bin" or "obj"))
            )
            {
                Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
                File.Copy(Path.Combine(repository, file), At(file));
            }
        }
    }

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public Task<CommandRun> RunAsync(string file, params string[] arguments) => CommandRun.OfAsync(Root, _environment, file, arguments);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_temporary, recursive: true);
    }

    private static string RepositoryFolder()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Nuke.DockerSlim.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder
            ?? throw new DirectoryNotFoundException(
                "The tests do not lie in the repository: no folder above them holds Nuke.DockerSlim.sln."
            );
    }
}
