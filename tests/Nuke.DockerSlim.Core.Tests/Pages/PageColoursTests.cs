using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Pages;

namespace Nuke.DockerSlim.Tests.Pages;

/// <summary>Whatever is read has a contrast of 4.5:1 at least, whatever only has to be seen one of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed class PageColoursTests
{
    private static readonly string[] Texts = ["ink", "soft", "link", "good", "bad", "caution"];
    private static readonly string[] Grounds = ["page", "panel"];
    private static readonly string[] Cells = ["b0", "b1", "u", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"];

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Texts_can_be_read(string theme)
    {
        var colours = Palette(theme);
        var pairs = Texts.SelectMany(x => Grounds.Select(y => (Text: x, Ground: y))).Concat(Cells.Select(x => (Text: "ink", Ground: x)));
        Assert.All(pairs, x => Assert.True(Contrast(colours[x.Text], colours[x.Ground]) >= 4.5, $"{theme}: {x.Text} on {x.Ground}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Bars_can_be_seen(string theme)
    {
        var colours = Palette(theme);
        Assert.All(["bar", "late"], x => Assert.True(Contrast(colours[x], colours["page"]) >= 3, $"{theme}: {x}"));
    }

    [Fact]
    public void Every_colour_is_one_of_the_palette()
    {
        var rest = Regex.Replace(PageAssets.Style, @":root \{[^}]*\}", "");
        Assert.DoesNotMatch(@"#[0-9a-f]{3}|rgb|hsl", rest);
        Assert.Equal(Palette("light").Keys.Order(), Palette("dark").Keys.Order());
    }

    [Fact]
    public void Contrast_is_what_the_guidelines_say()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.48, Contrast("#777777", "#ffffff"), 2);
    }

    private static Dictionary<string, string> Palette(string theme)
    {
        var roots = Regex.Matches(PageAssets.Style, @":root \{(?<all>[^}]*)\}");
        return Regex
            .Matches(roots[theme == "light" ? 0 : 1].Groups["all"].Value, "--(?<name>[a-z0-9]+): (?<value>#[0-9a-f]{6});")
            .ToDictionary(x => x.Groups["name"].Value, x => x.Groups["value"].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (x, y) = (Luminance(one), Luminance(other));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
