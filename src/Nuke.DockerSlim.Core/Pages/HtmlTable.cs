namespace Nuke.DockerSlim.Pages;

/// <summary>A table of the page, in a box that scrolls where the page is too narrow for it.</summary>
internal static class HtmlTable
{
    /// <summary>The table.</summary>
    /// <param name="columns">The columns' titles; a number sign before one says that it has figures, which stand right.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="kind">The style's name for this kind of table; empty where it is like the others.</param>
    public static Html Of(IEnumerable<string> columns, IEnumerable<Html> rows, string kind = "") =>
        Html.Of(
            $"""
            <div class="scroll"><table{(kind.Length > 0 ? Html.Of($" class=\"{kind}\"") : Html.Empty)}>
            <thead><tr>{Html.Join(columns.Select(Title))}</tr></thead>
            <tbody>
            {Html.Join(rows)}</tbody></table></div>
            """
        );

    /// <summary>A line of the Dockerfile, as the way to where the page shows it.</summary>
    /// <param name="line">The line, from 1; null: nothing.</param>
    public static Html Line(int? line) => line is { } number ? Html.Of($"<a href=\"#L{number:0}\">{number:0}</a>") : Html.Empty;

    private static Html Title(string title) =>
        title.StartsWith('#') ? Html.Of($"<th scope=\"col\" class=\"n\">{title[1..]}</th>") : Html.Of($"<th scope=\"col\">{title}</th>");
}
