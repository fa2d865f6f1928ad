using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>What would save the most.</summary>
internal static class CommentAdvice
{
    /// <summary>The fold; empty where nothing is known to save anything.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="most">Most pieces of advice.</param>
    public static Markdown Of(ImageReport report, int most)
    {
        var worth = report.Advice.Where(x => x.Dropped is null && (x.Saves is { Bytes: > 0 } || x.SavesMilliseconds > 0)).ToArray();
        if (worth.Length == 0)
            return Markdown.Empty;
        var table = new MarkdownTable("unpacked:", "build:", "what to do");
        foreach (var advice in worth.Take(most))
            table.Add(
                advice.Saves is { Bytes: not 0 } bytes ? Markdown.Figure(DeltaText.Bytes(-bytes.Bytes)) : Markdown.Empty,
                advice.SavesMilliseconds is { } time and not 0
                    ? Markdown.Figure((time < 0 ? "+" : "") + BudgetText.Figure(-time, "milliseconds"))
                    : Markdown.Empty,
                Markdown.Of($"{advice.Title}{(advice.Measured ? " (measured)" : "")}")
            );
        var about = worth.All(x => x.Measured)
            ? Markdown.Of($"Tried one after the other on a copy.")
            : Markdown.Of($"Savings are estimates; `./build.sh TryAdvice` measures those that it can make.");
        var more = CommentFold.More(worth.Length - most);
        return CommentFold.Of(Markdown.Of($"What would save the most"), Markdown.Join("\n\n", [about, table.Written(), more]));
    }
}
