using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CliWrap;
using Nuke.Common.IO;
using Nuke.DockerSlim.Errors;

/// <summary>The engine of build/engine, driven through its script, which answers with KEY=value lines.</summary>
static class EmbeddedEngine
{
    public const string Containerd = "containerd";
    public const string Classic = "classic";

    /// <summary>Host and port of its registry; null where it is not in use.</summary>
    public static string Registry { get; private set; }

    /// <summary>Starts it if need be, with base images, and makes it the engine of this process.</summary>
    public static async Task UseAsync(AbsolutePath root, string store)
    {
        if (store is not (Containerd or Classic))
            throw new InputException(
                $"--engine-store: '{store}' is not an image store of the embedded engine; use {Containerd} or {Classic}."
            );
        var facts = await StartAsync(root, store);
        foreach (var (name, value) in Surroundings(facts, store))
            Environment.SetEnvironmentVariable(name, value);
        Registry = facts["REGISTRY"];
    }

    /// <summary>Starts stores that do not run yet, with base images.</summary>
    public static Task<IReadOnlyDictionary<string, string>> StartAsync(AbsolutePath root, params string[] stores) =>
        RunAsync(root, ["up", .. stores, "--bases"]);

    public static Task StopAsync(AbsolutePath root, bool purge) => RunAsync(root, purge ? ["down", "--purge"] : ["down"]);

    /// <summary>The variables under which a process and its children use a store.</summary>
    public static IEnumerable<(string Name, string Value)> Surroundings(IReadOnlyDictionary<string, string> facts, string store) =>
        [
            ("DOCKER_HOST", facts["DOCKER_HOST_" + store.ToUpperInvariant()]),
            ("DOCKER_CONFIG", facts["DOCKER_CONFIG"]),
            ("PATH", Path.GetDirectoryName(facts["DOCKER_CLI"]) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")),
        ];

    static async Task<IReadOnlyDictionary<string, string>> RunAsync(AbsolutePath root, string[] arguments)
    {
        var output = new List<string>();
        var last = "";
        var result = await Cli.Wrap("bash")
            .WithArguments([root / "build" / "engine" / "engine.sh", .. arguments])
            .WithStandardOutputPipe(PipeTarget.ToDelegate(output.Add))
            .WithStandardErrorPipe(
                PipeTarget.ToDelegate(line =>
                {
                    // Evidence is indented; a clean-up may still say something after the sentence that explains.
                    if (line.StartsWith("engine: ", StringComparison.Ordinal))
                        last = line["engine: ".Length..];
                    Console.WriteLine(line);
                })
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        if (result.ExitCode != 0)
            throw new EngineException(
                last.Length > 0 ? last : $"build/engine/engine.sh {string.Join(' ', arguments)} ended with exit code {result.ExitCode}."
            );
        return output.Where(x => x.Contains('=')).ToDictionary(x => x[..x.IndexOf('=')], x => x[(x.IndexOf('=') + 1)..]);
    }
}
