using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>A repository on GitHub, by its full name.</summary>
public sealed partial record GitHubRepository
{
    private GitHubRepository(string owner, string name) => (Owner, Name) = (owner, name);

    /// <summary>The account that it belongs to.</summary>
    public string Owner { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Reads <c>OWNER/NAME</c>: letters, digits, <c>. _ -</c>, as GitHub allows them, so that it can stand in an address.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="repository">The repository, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GitHubRepository? repository)
    {
        var match = FullName().Match(text ?? "");
        repository = match.Success ? new GitHubRepository(match.Groups[1].Value, match.Groups[2].Value) : null;
        return repository is not null;
    }

    /// <summary>Whether both name the same: GitHub tells no capitals from small letters.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(GitHubRepository? other) => string.Equals(ToString(), other?.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <summary><c>OWNER/NAME</c>.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(@"\A([A-Za-z0-9_][A-Za-z0-9._-]{0,99})/(?!\.{1,2}\z)([A-Za-z0-9._-]{1,100})\z")]
    private static partial Regex FullName();
}
