using System.Text.Json;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim;

/// <summary>
/// Writes what a repository needs to begin: limits and stages into <c>.nuke/parameters.json</c>, and a workflow. What is there is kept: a parameter that is
/// set stays, and so does a file.
/// </summary>
/// <param name="root">The root folder, absolute.</param>
/// <param name="origin">Where the repository comes from; null where that is not known.</param>
/// <param name="branch">The branch that changes go into.</param>
public sealed class InitWork(string root, GitOrigin? origin, string branch)
{
    private const string Parameters = ".nuke/parameters.json";
    private const string SampleRegistry = "ghcr.io/acme/";
    private readonly StartFiles _files = new(root);
    private readonly List<(string File, string? Before, string[] Entries)> _ignored = [];

    /// <summary>What an image of the root folder is called: the repository's name, which every clone of it has, else the folder's.</summary>
    public string RootName => origin?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>What repositories of images have before their names; empty where it is not known.</summary>
    public string Registry => origin is { IsGitHub: true } ? $"ghcr.io/{origin.Path[..(origin.Path.LastIndexOf('/') + 1)]}" : "";

    /// <summary>The images of Dockerfiles that were found. A single one in the root folder needs no declaration, and so gets no registry either.</summary>
    /// <param name="found">The Dockerfiles.</param>
    public IReadOnlyList<ImageDefinition> Definitions(IReadOnlyList<FoundDockerfile> found) =>
        [.. found.Select(x => x.ToDefinition(IsAlone(found) ? "" : Registry))];

    /// <summary>
    /// Leaves what runs write out of build contexts, before anything is measured: an image with it would get limits that are too wide, and has no warm build.
    /// </summary>
    /// <param name="target">The image.</param>
    /// <param name="outputs">The folders that runs write to, absolute.</param>
    /// <exception cref="InputException">An ignore file cannot be read or written.</exception>
    public void LeaveOut(BuildTarget target, IReadOnlyList<string> outputs)
    {
        var file = target.NameOf(
            ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath)
                ?? Path.Combine(target.ContextDirectory, ContextIgnoreFile.Name)
        );
        string[] entries =
        [
            .. outputs
                .Select(x => Path.GetRelativePath(target.ContextDirectory, x).Replace('\\', '/'))
                .Where(x => !x.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(x))
                .Where(x => ContextIgnoreFile.LeavingOut(target, $"{x}/any") is null),
        ];
        if (entries.Length == 0)
            return;
        var before = _files.Has(file) ? _files.Read(file) : null;
        _ignored.Add((file, before, entries));
        _files.Write(file, IgnoreText.Add(before ?? "", entries));
    }

    /// <summary>Takes that back: a start that fails leaves nothing behind.</summary>
    public void PutBack()
    {
        foreach (var (file, before, _) in _ignored)
            if (before is null)
                _files.Remove(file);
            else
                _files.Write(file, before);
        _ignored.Clear();
    }

    /// <summary>Writes.</summary>
    /// <param name="images">The images.</param>
    /// <exception cref="InputException">A file cannot be read or written.</exception>
    public InitResult Write(IReadOnlyList<InitImage> images)
    {
        FoundDockerfile[] found = [.. images.Select(x => x.Found).OfType<FoundDockerfile>()];
        var isAlone = found.Length == images.Count && IsAlone(found);
        List<string> files =
        [
            .. _ignored.Select(x => $"{(x.Before is null ? "wrote" : "changed")} {x.File}: it leaves out {string.Join(", ", x.Entries)}"),
        ];
        var hints = new List<string>();
        var changes = WriteParameters(images, isAlone, files) | WriteWorkflow(images, files, hints) | _ignored.Count > 0;
        var lines = isAlone || found.Length == 0 ? [] : BuildClassText.Lines(images.Select(x => x.Definition));
        if (!_files.Read(".gitignore").Contains("artifacts", StringComparison.Ordinal))
            hints.Add("Runs leave files in artifacts/, .nuke/temp/, build/bin/ and build/obj/: put them into .gitignore.");
        hints.Add(
            $"Next: ./build.sh SlimImage builds, tests, measures and judges.{(lines.Count > 0 ? " Until Build.cs has these lines, it knows nothing of the images." : "")}"
        );
        return new(images, files, lines, hints, changes);
    }

    private static bool IsAlone(IReadOnlyList<FoundDockerfile> found) => found is [{ IsDefault: true }];

    private bool WriteParameters(IReadOnlyList<InitImage> images, bool isAlone, List<string> files)
    {
        var text = _files.Read(Parameters);
        var added = new List<string>();
        try
        {
            if (isAlone)
                foreach (var (name, value) in Settings(images[0]))
                    Add(name, value, name);
            foreach (var (name, isSoft) in ((string, bool)[])[("BudgetLimits", false), ("SoftLimits", true)])
            {
                string[] entries =
                [
                    .. images.SelectMany(x =>
                        x.Limits.Where(y => y.IsSoft == isSoft).Select(y => y.Entry(isAlone ? null : x.Definition.Name))
                    ),
                ];
                if (entries.Length > 0)
                    Add(name, entries, $"{name} ({entries.Length})");
            }
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{Parameters} cannot be added to ({e.Message.TrimEnd('.')}), so nothing was written; mend it, or delete it."
            );
        }
        if (added.Count == 0)
        {
            files.Add($"left {Parameters} as it is");
            return false;
        }
        _files.Write(Parameters, text);
        files.Add($"changed {Parameters}: {string.Join(", ", added)}; nothing else in it was touched");
        return true;

        void Add(string name, object value, string told)
        {
            var with = ParametersText.Add(text, name, value);
            if (with == text)
                return;
            text = with;
            added.Add(told);
        }
    }

    // What a build without a declaration of its own takes from parameters.
    private static IEnumerable<(string Name, object Value)> Settings(InitImage image)
    {
        if (image.Limits.Count == 0)
            yield break;
        var usual = new ImageDefinition(image.Definition.Repository);
        yield return (nameof(ImageParameters.ImageRepository), image.Definition.Repository);
        if (image.Definition.ProductionStage != usual.ProductionStage)
            yield return (nameof(usual.ProductionStage), image.Definition.ProductionStage);
        if (image.Definition.AllowUntested)
            yield return (nameof(usual.AllowUntested), true);
        else if (image.Definition.TestStage != usual.TestStage)
            yield return (nameof(usual.TestStage), image.Definition.TestStage);
    }

    private bool WriteWorkflow(IReadOnlyList<InitImage> images, List<string> files, List<string> hints)
    {
        if (_files.Has(WorkflowText.Path))
        {
            files.Add($"left {WorkflowText.Path} as it is");
            return false;
        }
        if (origin is { IsGitHub: false })
        {
            files.Add($"no workflow: origin is on {origin.Host}; docs/other-hosts.md has scripts for other hosts");
            return false;
        }
        var repository = (Registry.Length > 0 ? Registry : SampleRegistry) + images[0].Definition.Name;
        _files.Write(WorkflowText.Path, images.Count == 1 ? WorkflowText.ForOne(repository, branch) : WorkflowText.ForSeveral(branch));
        files.Add($"wrote {WorkflowText.Path}: it judges pull requests, and pushes from the branch {branch}");
        if (Registry.Length == 0)
            hints.Add(
                images.Count == 1
                    ? $"The workflow pushes to {repository}: replace {SampleRegistry} there by where you push to."
                    : $"The workflow pushes each image to the name that it has in Build.cs: write where you push to before it, such as {SampleRegistry}{images[0].Definition.Name}."
            );
        return true;
    }
}
