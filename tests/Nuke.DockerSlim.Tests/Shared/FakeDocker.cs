using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>The docker client of tests/fixtures/fake-docker in one scenario, and what it was called with.</summary>
internal sealed class FakeDocker : IDisposable
{
    private readonly TestFolder _folder = new();

    /// <param name="scenario">A scenario's or a recording's name.</param>
    /// <param name="store">Whose recordings.</param>
    public FakeDocker(string scenario = "normal", string store = Stores.Classic) =>
        Program = _folder.WriteScript(
            "docker",
            $"""
            export FAKE_DOCKER_SCENARIO='{scenario}' FAKE_DOCKER_STORE='{store}' FAKE_DOCKER_LOG='{_folder["log"]}'
            exec '{Path.Combine(Fixtures.FakeDocker, "docker")}' "$@"

            """
        );

    private FakeDocker(string script, bool _) => Program = _folder.WriteScript("docker", script);

    /// <summary>The program's file.</summary>
    public string Program { get; }

    /// <summary>The folder of the program.</summary>
    public string Folder => _folder.Path;

    /// <summary>Waits only a moment between interrupting and killing.</summary>
    public DockerCommand Command => new(_folder.Path, Program) { Grace = TimeSpan.FromMilliseconds(300) };

    /// <summary>Waits as long as it does for a user.</summary>
    public DockerCommand PatientCommand => new(_folder.Path, Program);

    /// <summary>The arguments of each call.</summary>
    public IReadOnlyList<string[]> Calls => [.. Logs("args").Select(x => File.ReadAllText(x).TrimEnd('\0').Split('\0'))];

    /// <summary>All that the calls left in the log: arguments and environments.</summary>
    public string Log => string.Concat(Logs("args").Concat(Logs("environment")).Select(File.ReadAllText));

    /// <summary>The signals that came, in their order.</summary>
    public IReadOnlyList<string> Signals => [.. Logs("signals").SelectMany(File.ReadAllLines)];

    /// <summary>A client that is a shell script.</summary>
    public static FakeDocker Script(string script) => new(script, true);

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Logs(string name) =>
        Directory.Exists(_folder["log"])
            ? Directory.EnumerateFiles(_folder["log"], name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
