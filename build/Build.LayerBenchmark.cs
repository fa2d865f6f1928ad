using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CliWrap;
using CliWrap.Buffered;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Values;

// How long reading the layers of a large image takes against the plainest command that touches the same bytes. Both sides in turn in one run; medians.
partial class Build
{
    const string LargeImage = "dockerslim-benchmark/large:1";
    const string SaveLarge = $"docker save {LargeImage}";

    [Parameter("Image whose layers ReadLayers reads, such as docker-daemon:NAME or oci-archive:FILE")]
    readonly string LayerSource;

    [Parameter("Folder in which ReadLayers remembers layers")]
    readonly string LayerFolder;

    Target BenchmarkLayers =>
        _ =>
            _.Description("Times reading the layers of a 1.5 GB image against docker save, gzip -dc and sha256sum")
                .DependsOn(ProvideEngine)
                .Executes(() => SettleAsync(BenchmarkLayersAsync()));

    // One reading in a process of its own, so that its memory can be told.
    Target ReadLayers => _ => _.Unlisted().Requires(() => LayerSource, () => LayerFolder).Executes(() => SettleAsync(ReadLayersAsync()));

    Task BenchmarkLayersAsync() =>
        OnEachStoreAsync(
            async (store, folder) =>
            {
                if (store == EmbeddedEngine.Classic)
                {
                    await CompareAsync("classic store", $"docker-daemon:{LargeImage}", "docker save", SaveLarge, 1.25);
                    await ShellAsync($"{SaveLarge} > '{folder}/large.tar'");
                    await CompareAsync("archive", $"oci-archive:{folder}/large.tar", "sha256sum", $"sha256sum '{folder}/large.tar'", 0.6);
                }
                else
                {
                    await ShellAsync($"{SaveLarge} | tar -x -C '{folder}' blobs");
                    // The engine's own answer stands beside it: the layers come out of nothing else, and its time is in ours.
                    await CompareAsync("containerd store", $"docker-daemon:{LargeImage}", "docker save", SaveLarge, limit: null);
                    await CompareAsync("containerd store", $"docker-daemon:{LargeImage}", "gzip -dc", $"gzip -dc {GZipFiles(folder)}", 0.6);
                    await ShellAsync($"{SaveLarge} > '{folder}/large.tar'");
                    await CompareAsync(
                        "archive of gzip",
                        $"oci-archive:{folder}/large.tar",
                        "gzip -dc",
                        $"gzip -dc {GZipFiles(folder)}",
                        limit: null
                    );
                }
                var known = folder / "known";
                await ReadAsync($"docker-daemon:{LargeImage}", known);
                var (seconds, _, answer) = await ReadAsync($"docker-daemon:{LargeImage}", known);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{store + ", known", -20} ours {seconds, 7:0.00} s   engine's answer {answer:0.00} s, {seconds - answer:0.00} s beyond it (at most 0.10)"
                    )
                );
                known.DeleteDirectory();
            }
        );

    // With the large image in each, and a folder to save it in.
    async Task OnEachStoreAsync(Func<string, AbsolutePath, Task> measure)
    {
        var stores = await EmbeddedEngine.StartAsync(RootDirectory, EmbeddedEngine.Classic, EmbeddedEngine.Containerd);
        var folder = OtherRoot() / "large";
        folder.CreateOrCleanDirectory();
        foreach (var store in new[] { EmbeddedEngine.Classic, EmbeddedEngine.Containerd })
        {
            foreach (var (name, value) in EmbeddedEngine.Surroundings(stores, store))
                Environment.SetEnvironmentVariable(name, value);
            await ShellAsync($"docker image inspect {LargeImage} || docker buildx build --load --tag {LargeImage} build/benchmark/large");
            await measure(store, folder);
        }
        folder.DeleteDirectory();
    }

    async Task CompareAsync(
        string what,
        string source,
        string yardstick,
        string command,
        double? limit,
        string target = nameof(ReadLayers),
        int memory = 200
    )
    {
        // The first round fills caches and does not count.
        var (ours, theirs, peaks) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= BenchmarkRounds; round++)
        {
            var folder = OtherRoot() / "unknown";
            var (seconds, peak, _) = await ReadAsync(source, folder, target);
            folder.DeleteDirectory();
            ours.Add(seconds);
            peaks.Add(peak);
            theirs.Add(await ShellAsync($"{command} > /dev/null"));
        }
        var (mine, other) = (Median(ours.Skip(1)), Median(theirs.Skip(1)));
        var asked = limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (at most {limit:0.00})");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -20} ours {mine, 7:0.00} s   {yardstick} {other, 7:0.00} s   ratio {mine / other:0.00}{asked}, {peaks.Max():0} MB (at most {memory} MB)"
            )
        );
    }

    static string GZipFiles(AbsolutePath folder) =>
        string.Join(
            ' ',
            Directory
                .GetFiles(folder / "blobs", "*", SearchOption.AllDirectories)
                .Where(x =>
                {
                    using var file = File.OpenRead(x);
                    return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
                })
                .Select(x => $"'{x}'")
        );

    static Task<double> ShellAsync(string command) => SecondsAsync(["bash", "-c", $"set -o pipefail; {command}"]);

    async Task<(double Seconds, double Megabytes, double Answer)> ReadAsync(
        string source,
        AbsolutePath folder,
        string target = nameof(ReadLayers)
    )
    {
        var result = await Cli.Wrap(Environment.ProcessPath!)
            .WithArguments([
                typeof(Build).Assembly.Location,
                target,
                "--root",
                OtherRoot(),
                "--layer-source",
                source,
                "--layer-folder",
                folder,
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        var figures = result.StandardOutput.Split('\n').FirstOrDefault(x => x.StartsWith("read:", StringComparison.Ordinal))?.Split(' ');
        return figures is [_, var seconds, var megabytes, var answer, ..]
            ? (Number(seconds), Number(megabytes), Number(answer))
            : throw new EngineException($"{source} could not be read: {result.StandardOutput}");
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    async Task ReadLayersAsync()
    {
        using var engine = new DockerEngine(EngineLocator.Find());
        var source = ImageSource.Parse(LayerSource);
        var clock = Stopwatch.StartNew();
        if (source.Transport == ImageTransport.DockerDaemon)
            await engine.ListManifestsAsync(source.Location, CancellationToken.None);
        var answer = clock.Elapsed.TotalSeconds;
        // No image in a registry is read here.
        var sources = new ImageSources(engine, registry: null, LayerCache.Open(LayerFolder));
        var image = await sources.MeasureAsync(source, platform: null, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"read: {seconds:0.000} {process.PeakWorkingSet64 / 1e6:0.0} {answer:0.000} unpacked {image.Unpacked.Bytes} download {image.Download.Bytes} zstd {image.ZstandardDownload?.Bytes}"
            )
        );
        foreach (var layer in image.Layers)
            Console.WriteLine(
                $"layer: {layer.DiffId.Short} unpacked {layer.Unpacked.Bytes} download {layer.Download.Bytes} zstd {layer.ZstandardDownload?.Bytes}"
            );
    }
}
