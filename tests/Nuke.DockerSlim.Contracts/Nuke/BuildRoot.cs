using System.Diagnostics;
using System.Reflection;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

/// <summary>A temporary root directory in which the contract build runs as a process.</summary>
public sealed class BuildRoot : IDisposable
{
    private static readonly string Program = typeof(BuildRoot)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ContractBuild")
        .Value!;

    public BuildRoot()
    {
        Folder = Directory.CreateTempSubdirectory("nuke-contract-").FullName;
        Directory.CreateDirectory(NukeFolder);
    }

    public string Folder { get; }

    public string NukeFolder => Path.Combine(Folder, ".nuke");

    /// <summary>Set for every run; nothing but what a program needs is inherited.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string Read(string relativePath) => File.ReadAllText(Path.Combine(Folder, relativePath));

    public bool Has(string relativePath) => File.Exists(Path.Combine(Folder, relativePath));

    public void Write(string relativePath, string content)
    {
        var path = Path.Combine(Folder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public BuildResult Run(string contractCase, params string[] arguments)
    {
        using var run = Start(contractCase, arguments);
        return run.Finish();
    }

    public RunningBuild Start(string contractCase, params string[] arguments) => StartIn(Folder, contractCase, arguments);

    public RunningBuild StartIn(string workingFolder, string contractCase, params string[] arguments)
    {
        // A test host started in the background ignores Ctrl-C and would hand that down.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. arguments])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];
        var kept = inherited.ToDictionary(name => name, System.Environment.GetEnvironmentVariable);
        start.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            if (value != null)
                start.Environment[name] = value;
        }

        start.Environment["CONTRACT_CASE"] = contractCase;
        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return new RunningBuild(Process.Start(start)!);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
