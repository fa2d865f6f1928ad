using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>
/// A copy of tests/consumer outside the repository, with a package source that holds the packed packages, and a package cache of its own: what is packed here
/// must not stay in the user's, under a version that the next pack has, too.
/// </summary>
internal sealed class ConsumerFolder : IDisposable
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Fixtures.FakeDocker, "..", "..", ".."));
    private readonly string _folder = Directory.CreateTempSubdirectory("slim-consumer-").FullName;
    private readonly Dictionary<string, string?> _environment;

    public ConsumerFolder()
    {
        foreach (var name in (string[])["build/_build.csproj", "build/Build.cs", "Dockerfile", "greeting.txt", ".nuke/parameters.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            File.Copy(Path.Combine(Repository, "tests", "consumer", name), At(name));
        }
        Directory.CreateDirectory(Feed);
        File.WriteAllText(
            Path.Combine(_folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
                <add key="standins" value="{Path.Combine(Repository, "build", "standins", "feed")}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="users" value="{UsersPackages()}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        _environment = new()
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["NUKE_TELEMETRY_OPTOUT"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["MSBuildSDKsPath"] = null,
            ["MSBuildExtensionsPath"] = null,
            ["MSBUILD_EXE_PATH"] = null,
        };
    }

    /// <summary>The build program's project.</summary>
    public string Project => At("build/_build.csproj");

    private string Feed => Path.Combine(_folder, "feed");

    // Where this machine has real packages, they are what is packed on.
    private static bool StandsOnStandIns =>
        File.ReadAllText(Path.Combine(Repository, "build", "standins", "Choice", "obj", "choice.txt"))
            .Contains("-standin.", StringComparison.Ordinal);

    /// <summary>A place in the stranger's folder.</summary>
    public string At(string name) => Path.Combine(_folder, "root", name);

    /// <summary>Packs both packages into the source.</summary>
    public async Task PackAsync()
    {
        foreach (var project in (string[])["Nuke.DockerSlim.Core", "Nuke.DockerSlim"])
        {
            var environment = new Dictionary<string, string?>(_environment);
            environment.Remove("NUGET_PACKAGES");
            string[] arguments = ["pack", Path.Combine(Repository, "src", project), "-o", Feed, "-nologo", "-v:q"];
            var standIns = StandsOnStandIns ? (string[])["-p:PackOnStandIns=true"] : [];
            (await CommandRun.OfAsync(Repository, environment, "dotnet", [.. arguments, .. standIns])).MustSucceed();
        }
    }

    /// <summary>Runs dotnet in the stranger's folder.</summary>
    public Task<CommandRun> DotnetAsync(params string[] arguments) => CommandRun.OfAsync(At("."), _environment, "dotnet", arguments);

    /// <summary>Runs the build program.</summary>
    public Task<CommandRun> RunAsync(string engine, params string[] arguments)
    {
        _environment["DOCKER_HOST"] = engine;
        _environment["CONSUMER_BASE"] = StoreEngine.Base;
        return DotnetAsync(["run", "--no-build", "--project", Project, "--", .. arguments]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string UsersPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
