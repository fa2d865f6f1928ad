using System.Text;
using Nuke.DockerSlim.Components;

namespace Nuke.DockerSlim.Tests.Components;

/// <summary>What a terminal is taken for, by its environment.</summary>
public sealed class TerminalFactsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("TERM=dumb", false)]
    [InlineData("TERM=xterm-256color", true)]
    [InlineData("BUILDKIT_PROGRESS=plain", false)]
    [InlineData("BUILDKIT_PROGRESS=tty", true)]
    [InlineData("NO_COLOR=1", true)]
    public void A_view_is_drawn_over_unless_somebody_asks_for_lines(string environment, bool isInteractive)
    {
        Assert.Equal(isInteractive, Facts(environment).IsInteractive(isServer: false));
        Assert.False(Facts(environment).IsInteractive(isServer: true));
        Assert.False(Facts(environment, isRedirected: true).IsInteractive(isServer: false));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=", true)]
    [InlineData("NO_COLOR=0", false)]
    [InlineData("TERM=dumb", false)]
    public void It_has_colours_unless_somebody_asks_for_none(string environment, bool isColourful)
    {
        Assert.Equal(isColourful, Facts(environment).IsColourful);
        Assert.False(Facts(environment, isRedirected: true).IsColourful);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("LANG=C", false)]
    [InlineData("LANG=de_DE.UTF-8", true)]
    [InlineData("LANG=C.utf8", true)]
    [InlineData("LC_CTYPE=UTF-8", true)]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=C", false)]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=", true)]
    [InlineData("LANG=C LC_CTYPE=de_DE.UTF-8", true)]
    [InlineData("LANG=de_DE.ISO-8859-1", false)]
    public void Its_locale_says_whether_it_takes_UTF8(string environment, bool takesUtf8)
    {
        using var writer = new StreamWriter(Stream.Null, new UTF8Encoding(false));
        Assert.Equal(takesUtf8, Facts(environment).Style(writer, 120).Unicode);
        Assert.Equal(120, Facts(environment).Style(writer, 120).Width);
        // A file is nobody's locale.
        Assert.True(Facts(environment, isRedirected: true).Style(writer, 120).Unicode);
        Assert.Equal(80, Facts(environment, isRedirected: true).Style(writer, 120).Width);
    }

    [Theory]
    [InlineData("TERM=xterm-256color", true)]
    [InlineData("TERM=xterm-256color XTERM_VERSION=XTerm(379)", false)]
    [InlineData("TERM=linux", false)]
    [InlineData("TERM=screen-256color", false)]
    [InlineData("TERM=screen-256color TMUX=/run/tmux,1,0", true)]
    public void Terminals_that_keep_their_lines_as_they_are_are_known(string environment, bool reflows) =>
        Assert.Equal(reflows, Facts(environment).Reflows);

    private static TerminalFacts Facts(string environment, bool isRedirected = false)
    {
        var variables = environment
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split('=', 2))
            .ToDictionary(x => x[0], x => x[1]);
        return new(variables.GetValueOrDefault, isRedirected);
    }
}
