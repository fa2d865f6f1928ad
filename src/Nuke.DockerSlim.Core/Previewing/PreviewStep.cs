namespace Nuke.DockerSlim.Previewing;

/// <summary>What one target would do with one image.</summary>
/// <param name="Target">The target's name.</param>
public sealed record PreviewStep(string Target)
{
    /// <summary>The commands, in the order that they would be started in.</summary>
    public IReadOnlyList<PreviewCommand> Commands { get; init; } = [];

    /// <summary>What happens besides, whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The step without what must not be seen.</summary>
    /// <param name="mask">Masks a text.</param>
    internal PreviewStep Masked(Func<string, string> mask) =>
        this with
        {
            Commands = [.. Commands.Select(x => x.Masked(mask))],
            Notes = [.. Notes.Select(mask)],
        };
}
