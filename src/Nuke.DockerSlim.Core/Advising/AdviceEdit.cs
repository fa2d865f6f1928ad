namespace Nuke.DockerSlim.Advising;

/// <summary>
/// Something that can be done to a Dockerfile or an ignore file without asking anybody. A new one is one class beside the others, a line in
/// <see cref="AdviceEdits" />, and fixtures of what it does and what it leaves alone.
/// </summary>
/// <param name="title">What it does, an imperative without an end mark.</param>
/// <param name="rules">The rules whose findings it ends, residue's among them (<c>residue-npm-cache</c>).</param>
public abstract class AdviceEdit(string title, params string[] rules)
{
    /// <summary>What it does, an imperative without an end mark.</summary>
    public string Title => title;

    /// <summary>The rules whose findings it ends.</summary>
    public IReadOnlyList<string> Rules => rules;

    /// <summary>Does it; null where it is not needed, or nobody can tell from the texts that it is safe.</summary>
    /// <param name="image">The image.</param>
    public AdvisedImage? Apply(AdvisedImage image)
    {
        var own = rules.Where(x => !x.StartsWith("residue-", StringComparison.Ordinal)).ToArray();
        if (own.Length > 0 && own.All(x => image.IgnoredRules.Contains(x, StringComparer.OrdinalIgnoreCase)))
            return null;
        return AdvisedDockerfile.Read(image) is { } file && Edit(file) is { } edited && edited != image && IsWhole(edited) ? edited : null;
    }

    /// <summary>Whether the image may lack a file after it that was there before.</summary>
    /// <param name="path">The file, without a leading slash.</param>
    internal virtual bool MayLose(string path) => KeptFiles.IsOfInstallation(path);

    private protected abstract AdvisedImage? Edit(AdvisedDockerfile file);

    /// <summary>The image with the lines as they are now; null when nothing was done to them.</summary>
    private protected static AdvisedImage? With(AdvisedDockerfile file) =>
        file.Lines.ToString() is var text && text == file.Image.Dockerfile ? null : file.Image with { Dockerfile = text };

    // Whatever an edit did, the result is still a Dockerfile with the stages that it says it has.
    private static bool IsWhole(AdvisedImage edited) => AdvisedDockerfile.Read(edited) is not null;
}
