using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>The name of a Dockerfile stage (<c>FROM … AS name</c>). Compared without regard to case, as BuildKit does.</summary>
public readonly partial record struct StageName
{
    /// <summary>Creates a stage name.</summary>
    /// <param name="value">A letter, then letters, digits, <c>_ . -</c>; or the stage's number.</param>
    /// <exception cref="InputException">The text is no stage name.</exception>
    public StageName(string value) =>
        Value = Form().IsMatch(value)
            ? value
            : throw new InputException($"'{value}' is not a stage name; write the name behind AS in the Dockerfile's FROM line.");

    /// <summary>The name as it was written; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <inheritdoc />
    public bool Equals(StageName other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9_.-]*|[0-9]+)\z")]
    private static partial Regex Form();
}
