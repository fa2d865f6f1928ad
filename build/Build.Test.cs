using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CliWrap;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Errors;

// What has to hold before a change is worth a look: ./build.sh Test, and nothing else, is what .ci/run calls.
partial class Build
{
    static readonly string[] TestProjects = ["Nuke.DockerSlim.Core.Tests", "Nuke.DockerSlim.Contracts", "Nuke.DockerSlim.Tests"];

    // Asked for while the solution is compiled.
    Task<IReadOnlyList<(string, string)>> _testSurroundings;

    AbsolutePath TestResultsDirectory => RootDirectory / "artifacts" / "tests";

    Target Compile =>
        _ =>
            _.Description("Compiles the solution, warnings as errors")
                .Executes(() =>
                {
                    // A new machine's engine takes most of a minute of disk and network, which a compiler needs little of.
                    if (ExecutionPlan.Any(x => x.Name is nameof(Test) or nameof(TestAdvice)))
                        _testSurroundings = TestSurroundingsAsync();
                    return SettleAsync(
                        DotNetAsync([], "build", RootDirectory / "Nuke.DockerSlim.sln", "-nologo", "-v:q", "-clp:NoSummary")
                    );
                });

    Target CheckFormat =>
        _ =>
            _.Description("Checks that every C# file is formatted; dotnet csharpier format . mends it")
                .DependsOn(Compile)
                .Executes(async () =>
                {
                    await DotNetAsync([], "tool", "restore", "-v", "q");
                    await DotNetAsync([], "csharpier", "check", RootDirectory);
                });

    Target Test =>
        _ =>
            _.Description("Everything: engine, compiler, formatter, and all tests on both image stores, but the one of TestAdvice")
                .DependsOn(Compile, CheckFormat)
                .Executes(() => RunTestsAsync("Takes!=Minutes", TestProjects, TestResultsDirectory));

    Target TestAdvice =>
        _ =>
            _.Description("Tries the advice on the naive sample: three times all packages anew, which takes minutes")
                .DependsOn(Compile)
                .Executes(() => RunTestsAsync("Takes=Minutes", TestProjects[^1..], TestResultsDirectory / "advice"));

    Target TestEngine =>
        _ =>
            _.Description("Tests the embedded engine itself beside whatever runs: starting, recovering, leaving nothing; takes minutes")
                .Executes(async () =>
                {
                    var exitCode = await RunAsync("bash", [], [RootDirectory / "build" / "engine" / "selftest.sh"]);
                    if (exitCode != 0)
                        throw new TestsFailedException("The embedded engine does not do all it should; see the lines with FAIL above.");
                });

    async Task RunTestsAsync(string which, string[] projects, AbsolutePath results)
    {
        results.CreateOrCleanDirectory();
        var program = TestProgramAsync();
        IReadOnlyList<(string, string)> surroundings = [.. await (_testSurroundings ?? TestSurroundingsAsync()), .. await BrowserAsync()];
        var failed = new List<string>();
        // What builds images gets the machine to itself.
        await Task.WhenAll(projects[..^1].Select(x => TestAsync(x, surroundings)));
        await TestAsync(projects[^1], [.. surroundings, .. await program]);
        await TidyEnginesAsync(surroundings);
        TestCount.OfThisRun = TestCount.Read(results.GlobFiles("*.trx"));
        if (failed.Count > 0)
            throw new TestsFailedException($"Tests failed in {string.Join(", ", failed)}: {TestCount.OfThisRun}.");

        async Task TestAsync(string project, IReadOnlyList<(string, string)> environment)
        {
            string[] arguments =
            [
                "test",
                RootDirectory / "tests" / project,
                "--no-build",
                "-nologo",
                "--filter",
                which,
                "--logger",
                $"trx;LogFileName={project}.trx",
                "--results-directory",
                results,
            ];
            if (await RunAsync("dotnet", environment, arguments) != 0)
                lock (failed)
                    failed.Add(project);
        }
    }

    /// <summary>The build program that the end-to-end tests start, compiled ahead of time where the SDK's compiler for that can be had.</summary>
    async Task<IReadOnlyList<(string, string)>> TestProgramAsync()
    {
        var fixtures = RootDirectory / "tests" / "fixtures";
        var folder = RootDirectory / "artifacts" / "user-build";
        var program = fixtures / "user-build" / "bin" / "Debug" / "net10.0";
        string[] arguments = ["publish", fixtures / "ahead", "-nologo", "-v:q", "-o", folder, $"-p:Program={program}"];
        if (await RunAsync("dotnet", [], arguments, isQuiet: true) == 0)
            return [("DOCKERSLIM_TEST_USER_BUILD", folder / "user-build.dll")];
        Console.WriteLine(
            $"The tests' build program is not compiled ahead of time, so they take longer; dotnet {string.Join(' ', arguments)} says why."
        );
        return [];
    }

    /// <summary>The engines that the tests may use. Where none can be had the engine tests say so; under CI that is a failure.</summary>
    async Task<IReadOnlyList<(string, string)>> TestSurroundingsAsync()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            var facts = await EmbeddedEngine.StartAsync(RootDirectory, EmbeddedEngine.Classic, EmbeddedEngine.Containerd);
            return
            [
                .. EmbeddedEngine.Surroundings(facts, EmbeddedEngine.Containerd).Where(x => x.Name != "DOCKER_HOST"),
                ("DOCKERSLIM_TEST_ENGINE_CLASSIC", facts["DOCKER_HOST_CLASSIC"]),
                ("DOCKERSLIM_TEST_ENGINE_CONTAINERD", facts["DOCKER_HOST_CONTAINERD"]),
                ("DOCKERSLIM_TEST_REGISTRY", facts["REGISTRY"]),
            ];
        }
        catch (EngineException e) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Console.WriteLine($"Engine tests will be skipped: {e.Message}");
            return [];
        }
    }

    /// <summary>
    /// Takes the records of the tests' steps out of the engines' build caches, thousands in a day, and images without a name, with which every later build
    /// takes longer; what steps keep in cache mounts stays.
    /// </summary>
    static async Task TidyEnginesAsync(IReadOnlyList<(string Name, string Value)> surroundings)
    {
        var engines = surroundings.Where(x => x.Name.StartsWith("DOCKERSLIM_TEST_ENGINE_", StringComparison.Ordinal));
        await Task.WhenAll(
            engines.Select(async x =>
            {
                IReadOnlyList<(string, string)> environment = [.. surroundings, ("DOCKER_HOST", x.Value)];
                string[][] commands =
                [
                    ["buildx", "prune", "--all", "--force", "--filter", "type=regular"],
                    ["image", "prune", "--force"],
                ];
                foreach (var command in commands)
                    if (await RunAsync("docker", environment, command, isQuiet: true) != 0)
                        Console.WriteLine(
                            $"The engine at {x.Value} could not be tidied up (docker {string.Join(' ', command)}); later builds there will be slow."
                        );
            })
        );
    }

    static async Task DotNetAsync(IReadOnlyList<(string, string)> environment, params string[] arguments)
    {
        var exitCode = await RunAsync("dotnet", environment, arguments);
        if (exitCode != 0)
            throw new InputException(
                $"dotnet {string.Join(' ', arguments.Take(2))} ended with exit code {exitCode}; see its output above."
            );
    }

    static async Task<int> RunAsync(
        string program,
        IReadOnlyList<(string Name, string Value)> environment,
        string[] arguments,
        bool isQuiet = false
    )
    {
        var output = isQuiet ? PipeTarget.ToStream(Stream.Null) : PipeTarget.ToDelegate(Console.WriteLine);
        // The SDK leaves an empty folder behind with each command, and so do tests that are killed. The compiler's server outlives its command and
        // keeps its pipe in the temporary folder, so a compilation is left to the machine's own.
        using var temporary = new TemporaryFolder();
        var variables = environment.ToDictionary(x => x.Name, x => x.Value);
        if (arguments[0] != "build")
            variables["TMPDIR"] = temporary.Path;
        // Compilers and tests live for seconds: counting their calls to compile them better later does not pay.
        variables["DOTNET_TieredPGO"] = "0";
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(RootDirectory)
            .WithEnvironmentVariables(variables)
            .WithStandardOutputPipe(output)
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Console.WriteLine))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return result.ExitCode;
    }
}
