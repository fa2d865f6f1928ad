using System.Globalization;
using System.Text;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A limit's parts in words and units.</summary>
internal static class BudgetText
{
    /// <summary>What is measured: <c>DownloadSize</c> reads <c>download size</c>.</summary>
    /// <param name="facts">The limit.</param>
    public static string Measure(BudgetFacts facts) => Measure(facts.Name);

    /// <summary>The same by the limit's name.</summary>
    /// <param name="name">The property that sets it.</param>
    public static string Measure(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in UntrustedText.OneLine(name))
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    /// <summary>The limit; <c>none</c> where there is none.</summary>
    /// <param name="facts">The limit.</param>
    public static string Limit(BudgetFacts facts) => facts.Limit is { } limit ? Figure(limit, facts.Unit) : "none";

    /// <summary>A figure as people read it.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="unit"><c>bytes</c>, <c>milliseconds</c> or <c>packages</c>; another one is written behind the number.</param>
    public static string Figure(long value, string unit) =>
        unit switch
        {
            "bytes" => new ByteSize(value).Text,
            // Text shows hundredths; less must not read as nothing.
            "milliseconds" when Math.Abs(value) is > 0 and < 10 => Exact(value, unit),
            "milliseconds" => TimeSpan.FromMilliseconds(value).Text,
            _ => Exact(value, UntrustedText.OneLine(unit)),
        };

    /// <summary>A figure to the last digit.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="unit">Its unit.</param>
    public static string Exact(long value, string unit)
    {
        var symbol = unit switch
        {
            "bytes" => "B",
            "milliseconds" => "ms",
            // Their limit's name says what they are.
            "packages" => "",
            _ => unit,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value:N0} {symbol}").TrimEnd();
    }

    /// <summary>The verdict in words; empty where nothing was judged.</summary>
    /// <param name="facts">The limit, or null.</param>
    /// <param name="unicode">Whether the mark before the words may be more than ASCII.</param>
    public static ConsoleSpan Verdict(BudgetFacts? facts, bool unicode) =>
        facts?.Verdict switch
        {
            null => new ConsoleSpan(""),
            Judging.Verdict.NotLimited => new("  no limit", ConsoleTone.Faint),
            Judging.Verdict.Within => new($"{ConsoleMark.Good(unicode)} within", ConsoleTone.Good),
            Judging.Verdict.Exceeded when facts.IsSoft => new($"! over{By(facts)}, a soft limit", ConsoleTone.Caution),
            Judging.Verdict.Exceeded => new($"{ConsoleMark.Bad(unicode)} exceeded{By(facts)}", ConsoleTone.Bad),
            Judging.Verdict.NoBaseline => new("  no baseline", ConsoleTone.Faint),
            Judging.Verdict.NotMeasured => new("? not measured", ConsoleTone.Caution),
            _ => new("? inconclusive", ConsoleTone.Caution),
        };

    private static string By(BudgetFacts facts) =>
        facts is { Limit: { } limit, Actual: { } actual } ? $" by {Figure(actual - limit, facts.Unit)}" : "";
}
