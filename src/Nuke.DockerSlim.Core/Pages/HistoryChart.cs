using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>A figure of several images as a line, the oldest at the left; the axis begins at zero.</summary>
internal static class HistoryChart
{
    private const double Width = 320;
    private const double Height = 90;
    private const double Margin = 6;

    /// <summary>The chart; nothing where less than two images have the figure.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="points">A label and the figure of each image, the oldest first; null where it has none.</param>
    /// <param name="unit"><c>bytes</c> or <c>milliseconds</c>.</param>
    public static Html Of(string title, IReadOnlyList<(string Label, long? Value)> points, string unit)
    {
        (string Label, long Value)[] known = [.. points.Where(x => x.Value is not null).Select(x => (x.Label, x.Value!.Value))];
        if (known.Length < 2)
            return Html.Empty;
        var most = Math.Max(1, known.Max(x => x.Value));
        var places = known
            .Select(
                (x, i) =>
                    (
                        X: Margin + (Width - 2 * Margin) * i / (known.Length - 1),
                        Y: Height - Margin - (Height - 2 * Margin) * x.Value / most,
                        x.Label,
                        x.Value
                    )
            )
            .ToArray();
        var (first, last) = (known[0].Value, known[^1].Value);
        return Html.Of(
            $"""
            <figure><figcaption>{title}: <strong>{BudgetText.Figure(last, unit)}</strong> <span class="soft">from {BudgetText.Figure(
                first,
                unit
            )}, at most {BudgetText.Figure(most, unit)}</span></figcaption>
            <svg class="chart" viewBox="0 0 {Width:0} {Height:0}" role="img" aria-label="{title} of the last {known.Length} images"><line class="axis" x1="0" y1="{Height
                - Margin:0}" x2="{Width:0}" y2="{Height - Margin:0}"/><polyline points="{Html.Join(
                places.Select(x => Html.Of($"{x.X:0.#},{x.Y:0.#} "))
            )}"/>{Html.Join(
                places.Select(x =>
                    Html.Of(
                        $"<circle cx=\"{x.X:0.#}\" cy=\"{x.Y:0.#}\" r=\"3.5\"><title>{x.Label}: {BudgetText.Figure(x.Value, unit)}</title></circle>"
                    )
                )
            )}</svg></figure>

            """
        );
    }
}
