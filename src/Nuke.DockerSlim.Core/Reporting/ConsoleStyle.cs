using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What the place that a text is written to can show.</summary>
public sealed record ConsoleStyle
{
    /// <summary>Fewest columns that the texts are made for.</summary>
    public const int NarrowestWidth = 60;

    /// <summary>Most columns that are used.</summary>
    public const int WidestWidth = 200;

    /// <summary>A log: 80 columns, no colour.</summary>
    public static ConsoleStyle Log { get; } = new();

    /// <summary>Columns of a line; kept between <see cref="NarrowestWidth" /> and <see cref="WidestWidth" />.</summary>
    public int Width
    {
        get;
        init => field = Math.Clamp(value, NarrowestWidth, WidestWidth);
    } = 80;

    /// <summary>Whether colour and weight may be written as ANSI sequences. It is the caller who knows of NO_COLOR.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether characters beyond ASCII arrive as they are.</summary>
    public bool Unicode { get; init; } = true;

    /// <summary>The style that fits a writer: characters beyond ASCII only where its encoding is UTF-8, UTF-16 or UTF-32.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="width">Columns of a line; null means a log's 80.</param>
    /// <param name="colour">Whether ANSI sequences are understood and wanted there.</param>
    public static ConsoleStyle For(TextWriter writer, int? width, bool colour) =>
        new()
        {
            Width = width ?? Log.Width,
            Colour = colour,
            // By number: the console wraps its encoding in a type of its own. UTF-8, UTF-16 and UTF-32, both orders.
            Unicode = writer.Encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001,
        };

    /// <summary>What says that the rest of a text is missing.</summary>
    internal string Ellipsis => Unicode ? "…" : "...";

    /// <summary>The text in characters that arrive.</summary>
    /// <param name="text">A text without control characters.</param>
    internal string Fit(string text) => Unicode || Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Select(ToAscii));

    private static string ToAscii(Rune rune) =>
        rune.Value switch
        {
            < 0x80 => rune.ToString(),
            0x2026 => "...",
            0x2013 or 0x2014 or 0x2212 => "-",
            0x2018 or 0x2019 => "'",
            0x201C or 0x201D => "\"",
            0x203A => ">",
            _ => "?",
        };
}
