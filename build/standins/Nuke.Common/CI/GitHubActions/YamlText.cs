using System.Text;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Indented lines.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "") => _text.AppendLine(text.Length == 0 ? "" : new string(' ', 2 * _depth) + text);

    /// <summary>A key and, one step further in, what belongs to it.</summary>
    public void Block(string key, Action content)
    {
        Line(key);
        _depth++;
        content();
        _depth--;
    }

    /// <summary>A list under a key; nothing at all when it is empty.</summary>
    public void List(string key, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return;
        Block(
            key,
            () =>
            {
                foreach (var item in items)
                    Line("- " + QuoteIfNeeded(item));
            }
        );
    }

    public override string ToString() => _text.ToString();

    private static string QuoteIfNeeded(string item) => item.IndexOfAny([.. ".*!?+[]()"]) < 0 ? item : $"'{item}'";
}
