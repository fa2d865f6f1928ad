namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>The build args that FROM lines see: those declared before the first FROM, with their defaults or the values a build gives them.</summary>
/// <param name="given">The values a build gives, <c>KEY=VALUE</c> each; the last one counts.</param>
/// <param name="escape">The Dockerfile's escape character.</param>
internal sealed class BuildArgs(IEnumerable<string> given, char escape)
{
    // Dockerfile reference, "automatic platform ARGs in the global scope": they need no declaration, and the builder alone has their values.
    private static readonly HashSet<string> OfPlatform =
    [
        .. from side in (string[])["BUILD", "TARGET"] from part in (string[])["PLATFORM", "OS", "ARCH", "VARIANT"] select side + part,
    ];

    private readonly Dictionary<string, FilledText> _values = [];
    private readonly Dictionary<string, string> _given = given
        .Select(x => x.Split('=', 2))
        .Where(x => x.Length == 2)
        .GroupBy(x => x[0])
        .ToDictionary(x => x.Key, x => x.Last()[1]);

    /// <summary>Takes in what an ARG instruction declares.</summary>
    /// <param name="declaration">What stands behind ARG.</param>
    public void Declare(string declaration)
    {
        foreach (var parts in DockerfileWords.Split(declaration, escape).Select(x => x.Split('=', 2)))
            if (_given.TryGetValue(parts[0], out var value))
                _values[parts[0]] = new FilledText(value, true);
            else if (parts.Length == 2)
                _values[parts[0]] = Fill(parts[1]);
    }

    /// <summary>A word with the args' values in it.</summary>
    /// <param name="word">The word.</param>
    public FilledText Fill(string word) => WordFilling.Fill(word, escape, Value);

    // A name that stays in the text is no stage's.
    private FilledText? Value(string name) =>
        _values.TryGetValue(name, out var value) ? value
        : OfPlatform.Contains(name) ? new FilledText($"${name}", false)
        : null;
}
