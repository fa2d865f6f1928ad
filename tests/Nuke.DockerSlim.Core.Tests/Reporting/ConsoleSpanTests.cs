using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed partial class ConsoleSpanTests
{
    // xterm's cube of 6 x 6 x 6 colours begins at 16.
    private static readonly int[] Levels = [0, 95, 135, 175, 215, 255];

    [Theory]
    [InlineData("Good")]
    [InlineData("Bad")]
    [InlineData("Caution")]
    public void Colours_can_be_read_on_white_and_on_black(string tone)
    {
        var ansi = new ConsoleSpan("x", Enum.Parse<ConsoleTone>(tone)).ToAnsi();
        var index = int.Parse(Colour().Match(ansi).Groups[1].Value, CultureInfo.InvariantCulture) - 16;
        var light = 0.2126 * Linear(index / 36) + 0.7152 * Linear(index / 6 % 6) + 0.0722 * Linear(index % 6);

        // Contrast as WCAG 2 has it.
        Assert.InRange((1 + 0.05) / (light + 0.05), 3.9, 21);
        Assert.InRange((light + 0.05) / 0.05, 3.9, 21);
    }

    private static double Linear(int level) => Math.Pow((Levels[level] / 255.0 + 0.055) / 1.055, 2.4);

    [GeneratedRegex(@"38;5;(\d+)m")]
    private static partial Regex Colour();
}
