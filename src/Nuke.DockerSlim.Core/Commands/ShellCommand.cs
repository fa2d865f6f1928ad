namespace Nuke.DockerSlim.Commands;

/// <summary>A simple command of a RUN.</summary>
/// <param name="Words">Program and arguments, without quotes; variable assignments and words such as <c>sudo</c> before it are left out.</param>
/// <param name="Assignments">Variables set for it alone.</param>
/// <param name="Line">Its line in the Dockerfile, from one.</param>
public sealed record ShellCommand(IReadOnlyList<string> Words, IReadOnlyList<string> Assignments, int Line)
{
    /// <summary>The program's name without its folder; empty where there is none.</summary>
    public string Program => Words.Count == 0 ? "" : Words[0][(Words[0].LastIndexOf('/') + 1)..];

    /// <summary>It in one line, as it was written but for quotes.</summary>
    public string Text => string.Join(' ', Words);

    /// <summary>The arguments that are no options.</summary>
    public IEnumerable<string> Operands => Words.Skip(1).Where(x => !x.StartsWith('-'));

    /// <summary>Whether it has one of some options, with a value (<c>--omit=dev</c>) or without.</summary>
    /// <param name="options">The options.</param>
    public bool Has(params ReadOnlySpan<string> options)
    {
        foreach (var word in Words.Skip(1))
            if (options.Contains(word) || (word.Split('=', 2) is [var name, _] && options.Contains(name)))
                return true;
        return false;
    }

    /// <summary>Whether it is a program's subcommand, such as <c>npm ci</c>; options between them are skipped.</summary>
    /// <param name="program">The program.</param>
    /// <param name="subcommands">Any of these.</param>
    public bool Is(string program, params ReadOnlySpan<string> subcommands) =>
        Program == program && (subcommands.Length == 0 || (Operands.FirstOrDefault() is { } first && subcommands.Contains(first)));
}
