using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nuke.DockerSlim.Pages;

/// <summary>Writes an interpolated string as HTML: its literals as they are, what is put into it made harmless.</summary>
/// <param name="literals">Characters of its literals.</param>
/// <param name="holes">How many holes it has.</param>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler(int literals, int holes)
{
    private readonly StringBuilder _written = new(literals + 32 * holes);

    /// <summary>Writes a literal.</summary>
    /// <param name="text">The literal.</param>
    public void AppendLiteral(string text) => _written.Append(text);

    /// <summary>Writes foreign text.</summary>
    /// <param name="text">Anything.</param>
    public void AppendFormatted(string? text) => _written.Append(HtmlText.Of(text));

    /// <summary>Writes a piece.</summary>
    /// <param name="piece">The piece.</param>
    public void AppendFormatted(Html piece) => _written.Append(piece.ToString());

    /// <summary>Writes a number as people read it.</summary>
    /// <param name="number">The number.</param>
    public void AppendFormatted(int number) => _written.Append(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">As <see cref="double.ToString(string)" /> has it.</param>
    public void AppendFormatted(double number, string format) => _written.Append(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>What was written.</summary>
    public string Written() => _written.ToString();
}
