#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CliWrap;
using CliWrap.Buffered;
using Gallery;
using Nuke.Common.IO;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

/// <summary>
/// Runs of this build program on single images. Each is a process of its own, in a root folder beside this one that has the same files behind links, because Nuke
/// lets one run at a time work in a root; what it says goes into a file, and one line of it here.
/// </summary>
sealed class GalleryRuns
{
    const int Name = 26;
    static readonly string[] Links = ["build", "samples"];
    readonly AbsolutePath _root;
    readonly List<double> _loads = [];

    public GalleryRuns(AbsolutePath root, AbsolutePath folder)
    {
        // The system's own deletion takes links for what they are.
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        _root = folder / "root";
        LogFolder = folder / "logs";
        (_root / ".nuke").CreateDirectory();
        LogFolder.CreateDirectory();
        foreach (var name in Links)
            Directory.CreateSymbolicLink(_root / name, root / name);
    }

    /// <summary>What the runs said, a file an image.</summary>
    public AbsolutePath LogFolder { get; }

    /// <summary>How many processes wanted a processor, on average over the runs; null where the system does not say.</summary>
    public double? Load => _loads.Count > 0 ? _loads.Average() : null;

    /// <summary>The root folder of the runs.</summary>
    public AbsolutePath Root => _root;

    /// <summary>Builds, tests, measures, starts and judges one of the declared images; a failure is in its report.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="keep">Whether the image stays in the engine, to be started by hand; naive ones are a gigabyte each.</param>
    public async Task SlimAsync(string image, bool keep)
    {
        Console.Write(image.PadRight(Name));
        var clock = Stopwatch.StartNew();
        var (exitCode, _) = await RunAsync(image, ["SlimImage", "--only-image", image]);
        var report = ReportOf(image);
        Console.WriteLine(
            report?.Sizes is { } sizes
                ? $"{sizes.Download.Text, 10} {sizes.Unpacked.Text, 10}   {ReportSentence(report)} ({clock.Elapsed.Text})"
                : $"failed with exit code {exitCode}; see {LogFolder / image}.log"
        );
        if (!keep)
            await RemoveAsync(image);
    }

    /// <summary>Runs the program on an image with a mistake in it.</summary>
    public async Task<TroubleResult> ProvokeAsync(Trouble trouble)
    {
        Console.Write(trouble.Name.PadRight(Name));
        var image = "gallery-" + trouble.Name;
        var (exitCode, output) = await RunAsync(
            image,
            [.. trouble.Arguments, "--build-context", _root / "samples" / "broken" / trouble.Name, "--image-repository", image]
        );
        await RemoveAsync(image);
        var result = trouble.Judge(exitCode, output);
        Console.WriteLine(
            result.Holds ? $"explained, exit code {exitCode}" : $"NOT explained, exit code {exitCode}: {string.Join("; ", result.Missing)}"
        );
        return result;
    }

    /// <summary>Takes away the links, so that nobody follows them by mistake; reports and logs stay.</summary>
    public void Tidy()
    {
        foreach (var link in Links)
            Directory.Delete(_root / link);
    }

    // That there is none to remove is no failure: the run may not have come so far.
    static Task RemoveAsync(string image) =>
        Cli.Wrap("docker")
            .WithArguments(["image", "rm", image + ":dockerslim"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

    /// <summary>Runs the program in the other root.</summary>
    /// <param name="log">The log file's name.</param>
    /// <param name="arguments">Target and parameters.</param>
    async Task<(int ExitCode, string Output)> RunAsync(string log, IReadOnlyList<string> arguments)
    {
        var output = new StringBuilder();
        // This very program: the script would look whether it is to be compiled anew.
        var result = await Cli.Wrap(Environment.ProcessPath!)
            .WithArguments([typeof(Build).Assembly.Location, .. arguments, "--root", _root, "--no-logo"])
            .WithWorkingDirectory(_root)
            // What this run was told in its environment about one image does not hold for all.
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["GITHUB_ACTIONS"] = null })
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(output))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        // Of the last minute.
        if (File.Exists("/proc/loadavg"))
            _loads.Add(double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));
        await File.WriteAllTextAsync(LogFolder / (log + ".log"), output.ToString());
        return (result.ExitCode, output.ToString());
    }

    /// <summary>The report that a run left; null where it left none.</summary>
    public ImageReport? ReportOf(string image)
    {
        AbsolutePath file = _root / "artifacts" / "images" / image / JsonReport.FileName;
        return File.Exists(file) ? JsonReport.Read(file) : null;
    }

    static string ReportSentence(ImageReport report) =>
        report.Outcome == ReportOutcome.Good ? "good" : report.Reason ?? $"{report.Outcome}";
}
