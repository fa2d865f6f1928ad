using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading.Tasks;
using CliWrap;
using Nuke.Common.IO;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;

/// <summary>The engine of build/engine, driven through its script, which answers with KEY=value lines.</summary>
static class EmbeddedEngine
{
    public const string Containerd = "containerd";
    public const string Classic = "classic";

    static readonly string[] BaseImages = ["debian:bookworm-slim", "node:20-bookworm-slim"];

    /// <summary>Host and port of its registry; null where it is not in use.</summary>
    public static string Registry { get; private set; }

    /// <summary>Starts it if need be, with base images, and makes it the engine of this process.</summary>
    public static async Task UseAsync(AbsolutePath root, string store)
    {
        if (store is not (Containerd or Classic))
            throw new InputException(
                $"--engine-store: '{store}' is not an image store of the embedded engine; use {Containerd} or {Classic}."
            );
        var record = root / ".nuke" / "temp" / "engine" / store;
        if (Recall(record) is not { } facts || !await RunsAsync(facts, store))
        {
            facts = await StartAsync(root, store);
            record.Parent.CreateDirectory();
            await File.WriteAllLinesAsync(record, facts.Select(x => $"{x.Key}={x.Value}"));
        }
        foreach (var (name, value) in Surroundings(facts, store))
            Environment.SetEnvironmentVariable(name, value);
        Registry = facts["REGISTRY"];
    }

    static IReadOnlyDictionary<string, string> Recall(AbsolutePath record) => File.Exists(record) ? Facts(File.ReadAllLines(record)) : null;

    /// <summary>Whether what the last run used is all still there: asking takes a tenth of the script's time.</summary>
    static async Task<bool> RunsAsync(IReadOnlyDictionary<string, string> facts, string store)
    {
        try
        {
            if (!File.Exists(facts["DOCKER_CLI"]))
                return false;
            using var registry = new TcpClient();
            await registry.ConnectAsync(System.Net.IPEndPoint.Parse(facts["REGISTRY"]));
            using var engine = new DockerEngine(new EngineAddress(facts["DOCKER_HOST_" + store.ToUpperInvariant()], "its last start"));
            var bases = await Task.WhenAll(BaseImages.Select(x => engine.FindAsync(x, default)));
            return bases.All(x => x is not null);
        }
        catch (Exception e) when (e is EngineException or SocketException or KeyNotFoundException or FormatException)
        {
            // Stopped, moved or half gone: the script knows what to do.
            return false;
        }
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
                    last = line;
                    Console.WriteLine(line);
                })
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        if (result.ExitCode != 0)
            throw new EngineException(
                last.Length > 0 ? last : $"build/engine/engine.sh {string.Join(' ', arguments)} ended with exit code {result.ExitCode}."
            );
        return Facts(output);
    }

    static Dictionary<string, string> Facts(IEnumerable<string> lines) =>
        lines.Where(x => x.Contains('=')).ToDictionary(x => x[..x.IndexOf('=')], x => x[(x.IndexOf('=') + 1)..]);
}
