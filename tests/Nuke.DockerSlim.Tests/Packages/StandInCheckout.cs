using System.IO.Compression;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>The repository's own projects and package machinery, with stand-ins of a single line each: a fresh clone that was built once.</summary>
public sealed class StandInCheckout : IAsyncLifetime
{
    private readonly Checkout _checkout = new();

    internal static IReadOnlyDictionary<string, string> Released { get; } =
        new Dictionary<string, string>
        {
            ["CliWrap"] = "3.10.0",
            ["Docker.DotNet"] = "3.125.15",
            ["Nuke.Common"] = "10.1.0",
            ["Octokit"] = "14.0.0",
        };

    internal CommandRun FirstBuild { get; private set; } = new(-1, "", "not run");

    internal string Feed => _checkout.At("build/standins/feed");

    public async Task InitializeAsync()
    {
        _checkout.Copy(
            "nuget.config",
            "global.json",
            "Directory.Build.props",
            "Directory.Build.targets",
            "Directory.Solution.targets",
            "Directory.Packages.props"
        );
        _checkout.Copy(
            "build/standins/Choice",
            "build/standins/Choose.targets",
            "build/standins/NoStandInsInPackages.targets",
            "build/standins/Pack.proj"
        );
        _checkout.Copy("build/standins/PlanStandIns.cs", "build/standins/feed/README.md", "build/standins/Directory.Build.props");
        _checkout.Copy("build/standins/Directory.Build.targets", "build/standins/Directory.Packages.props");
        // The rules' document and the workflow are part of the assembly; what the packages have in common is beside the projects.
        _checkout.Copy(
            "src/Directory.Build.props",
            "src/package",
            "LICENSE",
            "src/Nuke.DockerSlim/Nuke.DockerSlim.csproj",
            "src/Nuke.DockerSlim.Core/Nuke.DockerSlim.Core.csproj",
            "docs/rules.md",
            "docs/workflows/slim-image.yml"
        );
        foreach (var id in Released.Keys)
            _checkout.Write($"build/standins/{id}/{id}.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        FirstBuild = await DotnetAsync("build");
    }

    public Task DisposeAsync()
    {
        _checkout.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs a verb of dotnet on Nuke.DockerSlim, the project that needs the packages.</summary>
    internal Task<CommandRun> DotnetAsync(string verb, params string[] arguments) =>
        _checkout.RunAsync("dotnet", [verb, "src/Nuke.DockerSlim", "-p:AnalysisMode=None", .. arguments]);

    internal void WriteStandIn(string id, string code) => _checkout.Write($"build/standins/{id}/Changed.cs", code);

    internal string Restored(string id) =>
        File.ReadLines(_checkout.At("src/Nuke.DockerSlim/obj/project.assets.json"))
            .Select(x => x.Trim())
            .First(x => x.StartsWith($"\"{id}/", StringComparison.Ordinal))
            .Split('"', '/')[2];

    internal void PublishReleased(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            using var package = ZipFile.Open(Path.Combine(_checkout.Source, $"{id}.{Released[id]}.nupkg"), ZipArchiveMode.Create);
            package.CreateEntry("lib/net10.0/_._");
            using var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
            nuspec.Write(
                $"<package><metadata><id>{id}</id><version>{Released[id]}</version><authors>tests</authors><description>empty</description>"
                    + """<dependencies><group targetFramework="net10.0" /></dependencies></metadata></package>"""
            );
        }
    }

    internal void WithdrawAll()
    {
        foreach (var package in Directory.EnumerateFiles(_checkout.Source))
            File.Delete(package);
    }

    internal string PackageFile(string name) => _checkout.At($"out/{name}");
}
