namespace Nuke.DockerSlim.Reporting;

/// <summary>A piece of a line in one tone.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Tone">What it is.</param>
internal readonly record struct ConsoleSpan(string Text, ConsoleTone Tone = ConsoleTone.Plain)
{
    /// <summary>A text in the terminal's own colour.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ConsoleSpan(string text) => new(text);

    /// <summary>
    /// The text with the ANSI sequences of its tone. The colours are those of the fixed 256, as NUKE's own are: a terminal's sixteen are made for its dark
    /// ground, and yellow on white cannot be read.
    /// </summary>
    public string ToAnsi()
    {
        var code = Tone switch
        {
            ConsoleTone.Strong => "1",
            ConsoleTone.Good => "38;5;28",
            ConsoleTone.Bad => "1;38;5;196",
            ConsoleTone.Caution => "38;5;130",
            ConsoleTone.Faint => "2",
            _ => "",
        };
        return code.Length == 0 || string.IsNullOrWhiteSpace(Text) ? Text : $"\e[{code}m{Text}\e[0m";
    }
}
