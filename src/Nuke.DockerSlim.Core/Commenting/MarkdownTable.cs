using System.Text;

namespace Nuke.DockerSlim.Commenting;

/// <summary>A table of Markdown.</summary>
/// <param name="columns">The columns' heads, ours; one that ends in <c>:</c> is aligned to the right.</param>
internal sealed class MarkdownTable(params string[] columns)
{
    private readonly StringBuilder _rows = new();

    /// <summary>Whether it has no row.</summary>
    public bool IsEmpty => _rows.Length == 0;

    /// <summary>Characters of its rows so far.</summary>
    public int Length => _rows.Length;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell a column.</param>
    public void Add(params IEnumerable<Markdown> cells) =>
        _rows.Append("| ").AppendJoin(" | ", cells.Select(x => x.ToString())).Append(" |\n");

    /// <summary>The table, without a line end behind it; empty where it has no row.</summary>
    public Markdown Written() => IsEmpty ? Markdown.Empty : Markdown.Rows($"{Head()}{_rows.ToString().TrimEnd('\n')}");

    private string Head() =>
        $"| {string.Join(" | ", columns.Select(x => x.TrimEnd(':')))} |\n| {string.Join(" | ", columns.Select(x => x.EndsWith(':') ? "---:" : "---"))} |\n";
}
