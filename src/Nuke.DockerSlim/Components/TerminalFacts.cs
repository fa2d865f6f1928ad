using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>What the place can show that the console of this process goes to, from the environment and the console alone.</summary>
/// <param name="variable">The environment.</param>
/// <param name="isRedirected">Whether it goes to a file or a pipe.</param>
internal sealed class TerminalFacts(Func<string, string?> variable, bool isRedirected)
{
    /// <summary>Whether it is a terminal that understands more than lines.</summary>
    public bool IsTerminal => !isRedirected && variable("TERM") != "dumb";

    /// <summary>Whether a view may be drawn over itself: on a person's terminal, unless they asked docker for plain progress.</summary>
    /// <param name="isServer">Whether this is a CI machine.</param>
    public bool IsInteractive(bool isServer) =>
        IsTerminal && !isServer && variable("BUILDKIT_PROGRESS") is not ("plain" or "quiet" or "rawjson");

    /// <summary>Whether colours are wanted (no-color.org: any value but the empty one asks for none).</summary>
    public bool IsColourful => IsTerminal && string.IsNullOrEmpty(variable("NO_COLOR"));

    /// <summary>
    /// Whether the terminal takes UTF-8, by the locale (POSIX, environment variables: LC_ALL before LC_CTYPE before LANG; without any it is ASCII). Nuke sets
    /// the console's encoding to UTF-8 whatever the terminal takes. Files and pipes are nobody's locale.
    /// </summary>
    public bool TakesUtf8 =>
        !IsTerminal
        || OperatingSystem.IsWindows()
        || ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(variable).FirstOrDefault(x => !string.IsNullOrEmpty(x)) is { } locale
            && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it breaks lines anew when it gets narrower; xterm, the Linux console and GNU screen do not.</summary>
    public bool Reflows =>
        variable("XTERM_VERSION") is null
        && variable("TERM") is var term
        && term != "linux"
        && (term?.StartsWith("screen", StringComparison.Ordinal) != true || variable("TMUX") is not null);

    /// <summary>How texts are written there.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="columns">The terminal's columns; overlooked where it is none.</param>
    public ConsoleStyle Style(TextWriter writer, int columns)
    {
        var style = ConsoleStyle.For(writer, IsTerminal && columns > 0 ? columns : null, IsColourful);
        return style with { Unicode = style.Unicode && TakesUtf8 };
    }
}
