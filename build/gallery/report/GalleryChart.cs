#nullable enable
using System.Globalization;
using System.Text;

namespace Gallery;

/// <summary>The gallery as a chart: two bars a sample, by unpacked size. It brings its own background, as pages are light or dark.</summary>
public static class GalleryChart
{
    private const int Width = 860;
    private const int Left = 170;
    private const int Longest = 520;
    private const int Top = 64;
    private const int Step = 54;

    public static string Render(GalleryResult result)
    {
        var rows = result.Rows.Where(x => x.Sample.Before == "naive" && x.Naive?.Sizes is not null && x.Slim?.Sizes is not null).ToArray();
        var most = rows.Select(x => Math.Max(x.Naive!.Sizes!.Unpacked.Bytes, x.Slim!.Sizes!.Unpacked.Bytes)).DefaultIfEmpty(1).Max();
        var height = Top + rows.Length * Step + 16;
        var text = new StringBuilder();
        Line(
            text,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\">"
        );
        Line(text, $"<title>Unpacked sizes of the gallery's images, naive and multi-stage</title>");
        Line(text, $"<rect width=\"{Width}\" height=\"{height}\" rx=\"8\" fill=\"#ffffff\"/>");
        Line(
            text,
            $"<text x=\"20\" y=\"30\" font-size=\"16\" font-weight=\"600\" fill=\"#1f2328\">Unpacked size, naive and multi-stage</text>"
        );
        Line(
            text,
            $"<rect x=\"20\" y=\"42\" width=\"10\" height=\"10\" fill=\"#b8c0cc\"/><text x=\"36\" y=\"51\" fill=\"#59636e\">naive</text>"
        );
        Line(
            text,
            $"<rect x=\"90\" y=\"42\" width=\"10\" height=\"10\" fill=\"#1a7f5a\"/><text x=\"106\" y=\"51\" fill=\"#59636e\">multi-stage</text>"
        );
        for (var i = 0; i < rows.Length; i++)
            Row(text, rows[i], Top + i * Step, most);
        Line(text, $"</svg>");
        return text.ToString();
    }

    private static void Row(StringBuilder text, GalleryRow row, int y, long most)
    {
        var (naive, slim) = (row.Naive!.Sizes!.Unpacked, row.Slim!.Sizes!.Unpacked);
        Line(text, $"<text x=\"{Left - 12}\" y=\"{y + 27}\" text-anchor=\"end\" fill=\"#1f2328\">{row.Sample.Name}</text>");
        Bar(text, y + 6, naive.Bytes, most, "#b8c0cc", naive.Text);
        Bar(text, y + 26, slim.Bytes, most, "#1a7f5a", $"{slim.Text}  ({Figures.Percent(row.UnpackedChange ?? 0)})");
    }

    // A bar that is too short to be seen is still one.
    private static void Bar(StringBuilder text, int y, long bytes, long most, string fill, string label)
    {
        var width = Math.Max(1.5, Math.Round(bytes / (double)most * Longest, 1));
        Line(text, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{width:0.#}\" height=\"16\" rx=\"2\" fill=\"{fill}\"/>");
        Line(text, $"<text x=\"{Left + width + 8:0.#}\" y=\"{y + 13}\" fill=\"#1f2328\">{label}</text>");
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
