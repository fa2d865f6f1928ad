namespace Nuke.DockerSlim.Previewing;

/// <summary>A command that a run would start.</summary>
/// <param name="Purpose">What for, a phrase without a full stop.</param>
/// <param name="Arguments">Its arguments, as they would be given to <c>docker</c>.</param>
/// <param name="Variables">The environment variables that it is given besides the run's own.</param>
public sealed record PreviewCommand(string Purpose, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?>? Variables = null)
{
    /// <summary>The options that take no value: in all the commands of ours.</summary>
    internal static readonly IReadOnlyList<string> Switches = ["--no-cache", "--load", "--quiet"];

    /// <summary>The program of all of them.</summary>
    internal const string Program = "docker";

    /// <summary>The environment variables that it is given besides the run's own.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; } = Variables ?? new Dictionary<string, string?>();

    /// <summary>The command without what must not be seen.</summary>
    /// <param name="mask">Masks a text.</param>
    internal PreviewCommand Masked(Func<string, string> mask) => new(Purpose, [.. HiddenValues.In(Arguments).Select(mask)], Variables);
}
