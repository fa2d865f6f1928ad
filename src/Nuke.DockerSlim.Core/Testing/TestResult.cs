namespace Nuke.DockerSlim.Testing;

/// <summary>One test of a result file.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Duration">How long it took; zero when unknown.</param>
/// <param name="Message">What it said, at most a little more than is kept.</param>
internal sealed record TestResult(string Name, TestResultOutcome Outcome, TimeSpan Duration, string Message)
{
    /// <summary>A test's full name from the name of what it belongs to and its own.</summary>
    /// <param name="owner">A class, module or description; empty when there is none.</param>
    /// <param name="name">The test's own name; some runners repeat the owner in it.</param>
    public static string Join(string owner, string name)
    {
        if (owner.Length == 0 || name.StartsWith(owner, StringComparison.Ordinal))
            return name;
        if (name.Length == 0)
            return owner;
        // Code has dots, sentences do not.
        return owner.Concat(name).Any(char.IsWhiteSpace) ? $"{owner} > {name}" : $"{owner}.{name}";
    }
}
