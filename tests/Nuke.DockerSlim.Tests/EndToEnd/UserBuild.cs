using System.Diagnostics;
using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// A user's root folder in which their build program runs as a process. The folder's name is unique, and so are the images and the steps made in it.
/// </summary>
internal sealed class UserBuild : IAsyncDisposable
{
    private readonly StoreEngine? _engine;
    private readonly string _parent = Directory.CreateTempSubdirectory("slim-user-").FullName;

    private UserBuild(StoreEngine? engine)
    {
        _engine = engine;
        Name = "slim-" + Guid.NewGuid().ToString("N")[..12];
        Folder = Path.Combine(_parent, Name);
        Directory.CreateDirectory(Path.Combine(Folder, ".nuke"));
        Environment["DOCKER_HOST"] = engine?.Host ?? "unix:///nowhere/docker.sock";
    }

    /// <summary>The root folder's name, which is the default image's, too.</summary>
    public string Name { get; }

    public string Folder { get; }

    public StoreEngine Engine => _engine ?? throw new InvalidOperationException("This build has no engine.");

    /// <summary>Set for every run; but for these only what a program needs is inherited.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>A root folder with an engine behind it.</summary>
    public static async Task<UserBuild> OnAsync(string store) => new(await StoreEngine.OpenAsync(store));

    /// <summary>A root folder without an engine.</summary>
    public static UserBuild WithoutEngine() => new(null);

    /// <summary>A command that lasts longer than any test, and that nobody else runs.</summary>
    public string Sleep { get; } = $"sleep 300.{Random.Shared.NextInt64(1_000_000_000, long.MaxValue)}";

    public string this[string relative] => Path.Combine(Folder, relative);

    public string Write(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], content);
        return this[relative];
    }

    /// <summary>Writes a Dockerfile whose stages test and production take a moment each.</summary>
    public void WriteImage(string folder = ".", string test = "echo tested", string production = "echo made > /made") =>
        Write(Path.Combine(folder, "Dockerfile"), Dockerfiles.TwoStages($"{Name} {folder}", test, production));

    /// <summary>The report of an image as the file has it.</summary>
    public JsonElement Report(string? image = null)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(this[$"artifacts/images/{image ?? Name}/slim-report.json"]));
        return json.RootElement.Clone();
    }

    public async Task<BuildRun> RunAsync(params string[] arguments)
    {
        await using var build = Start(arguments);
        return await build.EndAsync();
    }

    /// <summary>Runs SlimImage as quickly as it goes: with one warm build.</summary>
    public Task<BuildRun> SlimAsync(params string[] options) => RunAsync(["SlimImage", "--scenarios", "warm", .. options]);

    public RunningBuild Start(params string[] arguments) =>
        // A group of its own, which Ctrl-C goes to. A test host started in the background ignores Ctrl-C and would hand that down.
        new(Start("setsid", ["env", "--default-signal=INT", "dotnet", Fixtures.UserBuild, .. arguments]));

    /// <summary>Runs it on a terminal of so many columns and rows, as a person would.</summary>
    public TerminalBuild StartOnTerminal(int columns, int rows, string arguments) =>
        new(
            Start(
                "script",
                [
                    "--quiet",
                    "--return",
                    "--flush",
                    "--command",
                    $"stty cols {columns} rows {rows}; exec env --default-signal=INT dotnet '{Fixtures.UserBuild}' {arguments}",
                    "/dev/null",
                ]
            ),
            columns,
            rows
        );

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "DOCKER_CONFIG"];
        var kept = inherited.Select(x => (Name: x, Value: System.Environment.GetEnvironmentVariable(x))).ToArray();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            if (value is not null)
                start.Environment[name] = value;
        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Asserts that no process, no container, no name in the engine and no temporary folder is left of this root folder.</summary>
    public async Task MustLeaveNothingAsync()
    {
        Assert.Empty(Processes.Naming(Folder));
        // The engine ends the steps of a build that was given up in its own time.
        await Processes.UntilNoneAsync(Sleep);
        var temporary = this[".nuke/temp/dockerslim"];
        if (Directory.Exists(temporary))
            // What is known of layers and Dockerfiles is kept from run to run.
            Assert.DoesNotContain(Directory.EnumerateDirectories(temporary), x => Path.GetFileName(x) is not ("layers" or "answers"));
        if (_engine is null)
            return;
        Assert.Empty(await _engine.NamesAsync(Name));
        Assert.Empty(await _engine.ContainersAsync(Name));
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.RemoveImagesAsync(Name);
            _engine.Dispose();
        }
        Directory.Delete(_parent, recursive: true);
    }
}
