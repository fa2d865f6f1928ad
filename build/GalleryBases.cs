#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CliWrap;
using CliWrap.Buffered;
using Gallery;
using Nuke.Common.IO;
using Nuke.DockerSlim.Errors;

/// <summary>Brings base images into the engine: from a registry that serves them under their upstream names, else as stand-ins made here.</summary>
sealed class GalleryBases(AbsolutePath root)
{
    const string Label = "nuke-dockerslim.base";
    static readonly TimeSpan MostAsking = TimeSpan.FromSeconds(8);
    readonly Dictionary<string, BaseChoice> _choices = [];

    /// <summary>Brings those that are named, and says of each in one line where it came from.</summary>
    public async Task<IReadOnlyList<BaseChoice>> ProvideAsync(IReadOnlyList<BaseImage> bases)
    {
        var served = await Task.WhenAll(bases.Select(async x => (x.Name, Served: await IsServedAsync(x.Name))));
        foreach (var image in bases)
        {
            var choice = await ProvideAsync(image, served.Single(x => x.Name == image.Name).Served);
            Console.WriteLine("base  " + choice.Text);
        }
        return [.. bases.Select(x => _choices[x.Name])];
    }

    async Task<BaseChoice> ProvideAsync(BaseImage image, bool isServed)
    {
        if (_choices.TryGetValue(image.Name, out var known))
            return known;
        var label = await LabelAsync(image.Name);
        return _choices[image.Name] =
            isServed ? await PullAsync(image)
            : label is "" ? new BaseChoice(image.Name, false, "in the engine already under that name, and not made here")
            : image.Folder is null ? Brought(image, label)
            : await MakeAsync(image, label);
    }

    async Task<BaseChoice> PullAsync(BaseImage image)
    {
        await DockerAsync(["pull", "--quiet", image.Name], $"{image.Name} could not be pulled");
        return new BaseChoice(image.Name, false, "pulled from its registry");
    }

    static BaseChoice Brought(BaseImage image, string? label) =>
        label is null
            ? throw new EngineException(
                $"{image.Name} is neither in the engine nor served by a registry, and the stand-ins of the gallery are made from it: pull it, or let this build bring its own engine (build/engine/README.md)."
            )
            : new BaseChoice(image.Name, true, "no registry serves it; by build/engine");

    async Task<BaseChoice> MakeAsync(BaseImage image, string? label)
    {
        foreach (var need in BaseImage.All.Where(x => image.Needs.Contains(x.Name)))
            await ProvideAsync(need, await IsServedAsync(need.Name));
        AbsolutePath folder = root / "build" / "gallery" / "bases" / image.Folder;
        var revision = await RevisionAsync(image, folder);
        var choice = new BaseChoice(image.Name, true, $"no registry serves it; by build/gallery/bases/{image.Folder}");
        if (label == revision)
            return choice;
        Console.WriteLine($"base  making {image.Name} from {root.GetRelativePathTo(folder)}");
        List<string> arguments = ["buildx", "build", "--load", "--provenance=false", "--tag", image.Name, "--label", $"{Label}={revision}"];
        if (image.Stage is { } stage)
            arguments.AddRange(["--target", stage]);
        if (image.TakesSdk)
            arguments.AddRange(["--build-context", "dotnet=" + SdkFolder]);
        await DockerAsync([.. arguments, folder], $"The stand-in for {image.Name} could not be made");
        return choice;
    }

    // Of what it is made: its recipe, the SDK that goes into it, and the images below it.
    static async Task<string> RevisionAsync(BaseImage image, AbsolutePath folder)
    {
        var text = new StringBuilder(image.TakesSdk ? Environment.Version.ToString() : "");
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            text.Append(await File.ReadAllTextAsync(file));
        foreach (var need in image.Needs)
            text.Append(await LabelAsync(need));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    /// <summary>The SDK that this program runs on: three folders above its runtime's.</summary>
    static string SdkFolder => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The label of a stand-in; empty where the image has none; null where there is no such image.</summary>
    static async Task<string?> LabelAsync(string name)
    {
        var answer = await RunAsync(
            ["image", "inspect", "--format", $"{{{{with .Config.Labels}}}}{{{{index . \"{Label}\"}}}}{{{{end}}}}", name],
            CancellationToken.None
        );
        return answer.ExitCode == 0 ? answer.StandardOutput.Trim() : null;
    }

    static async Task<bool> IsServedAsync(string name)
    {
        using var limit = new CancellationTokenSource(MostAsking);
        try
        {
            return (await RunAsync(["buildx", "imagetools", "inspect", "--raw", name], limit.Token)).ExitCode == 0;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return false;
        }
    }

    static async Task DockerAsync(IReadOnlyList<string> arguments, string failure)
    {
        var result = await RunAsync(arguments, CancellationToken.None);
        if (result.ExitCode != 0)
            throw new EngineException($"{failure}: {string.Join('\n', result.StandardError.Trim().Split('\n').TakeLast(15))}");
    }

    static Task<BufferedCommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        Cli.Wrap("docker").WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
}
