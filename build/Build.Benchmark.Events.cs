using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CliWrap;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

// What reading a build's events adds to a build that logs a hundred megabytes.
partial class Build
{
    const int LoggedBytes = 100_000_000;

    // A builder keeps 200 KiB a second and 2 MiB of what one stream of a step writes; so many steps write at once.
    const int ChattySteps = 25;

    Target BenchmarkEvents =>
        _ =>
            _.Description("Times the reading of the events of a build that logs 100 MB")
                .DependsOn(ProvideEngine)
                .Executes(async () =>
                {
                    var folder = RootDirectory / "artifacts" / "benchmark" / "events";
                    folder.CreateOrCleanDirectory();
                    foreach (var chunk in new[] { 32 * 1024, 1024 })
                    {
                        var replay = WriteReplay(folder, chunk);
                        var before = Process.GetCurrentProcess().WorkingSet64;
                        var (ours, theirs) = await InTurnAsync(
                            () => ReadAsync(folder, replay, BuildScenario.Warm),
                            () => DiscardAsync(replay, [])
                        );
                        var grown = (Process.GetCurrentProcess().PeakWorkingSet64 - before) / 1e6;
                        Print(
                            $"events, {chunk / 1024} KiB each",
                            ours,
                            theirs,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"(cat > /dev/null) reads {LoggedBytes / 1e6 / ours:0} MB of log a second; {grown:0} MB more memory at most"
                            )
                        );
                    }
                    File.WriteAllText(folder / "Dockerfile", ChattyDockerfile());
                    string[] byHand =
                    [
                        "buildx",
                        "build",
                        "--progress=rawjson",
                        "--no-cache",
                        "--target",
                        "production",
                        "--output",
                        "type=cacheonly",
                        "--metadata-file",
                        folder / "metadata.json",
                        folder,
                    ];
                    var (slim, hand) = await InTurnAsync(
                        () => ReadAsync(folder, "docker", BuildScenario.Cold),
                        () => DiscardAsync("docker", byHand)
                    );
                    Print("build that logs 100 MB", slim, hand, $"ratio {slim / hand:0.000} (at most 1.05)");
                });

    static string ChattyDockerfile()
    {
        var text = new StringBuilder(
            "FROM debian:bookworm-slim AS base\nRUN yes 'a line as a compiler writes them, neither long nor short' | head -c 200000 > /lines\n"
        );
        for (var i = 0; i < ChattySteps; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"FROM base AS chatty{i}\nRUN for s in 1 2 3 4 5 6 7 8 9 10; do cat /lines; cat /lines >&2; sleep 1; done; touch /done{i}\n"
            );
        text.Append("FROM scratch AS production\n");
        for (var i = 0; i < ChattySteps; i++)
            text.Append(CultureInfo.InvariantCulture, $"COPY --from=chatty{i} /done{i} /\n");
        return text.ToString();
    }

    /// <summary>A docker client that says at once what a builder would say of so much output, in pieces of so many bytes.</summary>
    static string WriteReplay(AbsolutePath folder, int chunk)
    {
        var vertex = "sha256:" + new string('a', 64);
        var data = Convert.ToBase64String(
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a line as a compiler writes them\n", chunk / 33 + 1)))[..chunk]
        );
        using (var events = new StreamWriter(folder / $"events-{chunk}"))
        {
            events.Write(
                $"{{\"vertexes\":[{{\"digest\":\"{vertex}\",\"name\":\"[a 1/1] RUN make\",\"started\":\"2026-01-02T03:04:05Z\"}}]}}\n"
            );
            for (var written = 0; written < LoggedBytes; written += chunk)
                events.Write(
                    $"{{\"logs\":[{{\"vertex\":\"{vertex}\",\"stream\":1,\"data\":\"{data}\",\"timestamp\":\"2026-01-02T03:04:05.123456789Z\"}}]}}\n"
                );
        }
        var script = folder / $"docker-{chunk}";
        File.WriteAllText(script, $"#!/bin/sh\nexec cat '{folder / $"events-{chunk}"}' >&2\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    static async Task<double> ReadAsync(AbsolutePath folder, string program, BuildScenario scenario)
    {
        var clock = Stopwatch.StartNew();
        using var live = new LiveDisplay(TextWriter.Null, new LiveStyle(), TimeProvider.System).Start(scenario, null);
        var outcome = await new BuildxImageBuilder(
            new DockerCommand(folder, program),
            folder,
            new AnswerCache(folder, TimeProvider.System)
        ).BuildAsync(
            BuildTarget.From(new ImageDefinition("chatty") { BuildContext = folder }, folder),
            new BuildStep { Scenario = scenario, Stage = "production" },
            live,
            CancellationToken.None
        );
        return outcome.Failure is null
            ? clock.Elapsed.TotalSeconds
            : throw new EngineException($"The build that logs 100 MB failed: {outcome.Failure.Reason}");
    }

    static async Task<double> DiscardAsync(string program, IReadOnlyList<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        // As "> /dev/null 2>&1" in a shell: the client writes to it without anybody reading.
        var result = await Cli.Wrap("sh")
            .WithEnvironmentVariables(new Dictionary<string, string> { ["BUILDX_METADATA_PROVENANCE"] = "max" })
            .WithArguments(["-c", "exec \"$@\" > /dev/null 2>&1", "sh", program, .. arguments])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return result.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new EngineException($"{program} {string.Join(' ', arguments)} ended with exit code {result.ExitCode}.");
    }
}
