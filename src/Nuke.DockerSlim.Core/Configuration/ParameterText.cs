namespace Nuke.DockerSlim.Configuration;

/// <summary>Reads the texts of parameters, and tells what does not parse with the parameter's name before it.</summary>
internal static class ParameterText
{
    /// <summary>Reads a text: <c>ByteSize.TryParse</c> and its like.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="text">The text; null is not set.</param>
    /// <param name="value">The value.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public delegate bool Parser<T>(string? text, out T value, out string problem);

    /// <summary>Reads a parameter; null where it is not set or does not parse.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="option">The parameter with its dashes.</param>
    /// <param name="text">Its text; null is not set.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="problems">Told what does not parse.</param>
    public static T? Read<T>(string option, string? text, Parser<T> parse, List<string> problems)
        where T : struct
    {
        if (text is null)
            return null;
        if (parse(text, out var value, out var problem))
            return value;
        problems.Add($"{option}: {problem}");
        return null;
    }
}
