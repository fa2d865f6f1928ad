namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>How a build ended, and all it said.</summary>
internal sealed record BuildRun(int ExitCode, string Output)
{
    /// <summary>Asserts the exit code; a failure shows all that was said.</summary>
    public BuildRun MustEnd(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}:\n{Output}");
        return this;
    }

    /// <summary>Asserts that every text was said.</summary>
    public BuildRun MustSay(params string[] texts)
    {
        Assert.All(texts, x => Assert.True(Output.Contains(x, StringComparison.Ordinal), $"'{x}' was not said:\n{Output}"));
        return this;
    }

    /// <summary>Asserts that a text was not said.</summary>
    public BuildRun MustNotSay(string text)
    {
        Assert.False(Output.Contains(text, StringComparison.Ordinal), $"'{text}' was said:\n{Output}");
        return this;
    }
}
