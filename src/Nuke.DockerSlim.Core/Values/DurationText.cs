using System.Globalization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>Durations as people write them: <c>4m30s</c>, <c>90s</c>, <c>250ms</c>, <c>1h</c>, <c>30d</c>. A bare number is refused.</summary>
public static class DurationText
{
    private static readonly (string Unit, double Milliseconds)[] Units =
    [
        ("d", 86_400_000),
        ("h", 3_600_000),
        ("m", 60_000),
        ("s", 1_000),
        ("ms", 1),
    ];

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Numbers with units, largest unit first.</param>
    /// <exception cref="InputException">The text is no duration; the message says what is wrong with it.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration, out var problem) ? duration : throw new InputException(problem);

    /// <summary>Reads a duration without throwing.</summary>
    /// <param name="text">Numbers with units, largest unit first; null is no duration.</param>
    /// <param name="duration">The duration, or zero.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string? text, out TimeSpan duration, out string problem)
    {
        duration = default;
        var rest = (text ?? "").Trim().ToLowerInvariant();
        problem = rest is ['-', _, ..] ? $"'{text}' is a negative duration; write a duration such as 4m30s." : "";
        var milliseconds = 0d;
        var nextUnit = 0;
        if (rest.Length == 0)
            problem = $"'{text}' is not a duration; write a duration such as 4m30s, 90s or 250ms.";
        while (problem.Length == 0 && rest.Length > 0)
        {
            var digits = rest.AsSpan().IndexOfAnyExcept("0123456789.");
            var number = digits < 0 ? rest : rest[..digits];
            var after = digits < 0 ? "" : rest[digits..].TrimStart();
            var letters = after.AsSpan().IndexOfAnyExceptInRange('a', 'z');
            var unit = letters < 0 ? after : after[..letters];
            var index = Array.FindIndex(Units, x => x.Unit == unit);
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                problem = $"'{text}' is not a duration; write a duration such as 4m30s, 90s or 250ms.";
            else if (unit.Length == 0)
                problem = NoUnit(text!, number);
            else if (index < 0)
                problem = $"'{text}' has the unknown unit '{unit}'; use d, h, m, s or ms, as in 4m30s.";
            else if (index < nextUnit)
                problem = $"'{text}' names its units twice or out of order; write the largest first, as in 4m30s.";
            else
            {
                milliseconds += value * Units[index].Milliseconds;
                nextUnit = index + 1;
                rest = letters < 0 ? "" : after[letters..].TrimStart();
            }
        }
        if (problem.Length == 0 && milliseconds > TimeSpan.FromDays(366).TotalMilliseconds)
            problem = $"'{text}' is longer than 366 days; write a shorter duration.";
        if (problem.Length == 0)
            duration = TimeSpan.FromMilliseconds(milliseconds);
        return problem.Length == 0;
    }

    extension(TimeSpan duration)
    {
        /// <summary>For people: <c>0.19 s</c>, <c>18.5 s</c>, <c>2m 05s</c>, <c>1h 02m</c>.</summary>
        public string Text
        {
            get
            {
                var seconds = Math.Abs(duration.TotalSeconds);
                var sign = duration < TimeSpan.Zero ? "-" : "";
                return seconds switch
                {
                    < 0.995 => string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds:0.00} s"),
                    < 99.95 => string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds:0.0} s"),
                    < 3599.5 => WithMinutes(sign, (int)Math.Round(seconds)),
                    _ => WithHours(sign, (int)Math.Round(seconds / 60)),
                };
            }
        }

        /// <summary>Exact to the millisecond, and read back by <see cref="Parse" /> unless negative: <c>4m30s</c>.</summary>
        public string ExactText
        {
            get
            {
                var parts = new List<string>();
                var left = Math.Abs((long)Math.Round(duration.TotalMilliseconds));
                foreach (var (unit, factor) in Units)
                {
                    var count = left / (long)factor;
                    left -= count * (long)factor;
                    if (count > 0)
                        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count}{unit}"));
                }
                return parts.Count == 0 ? "0s" : (duration < TimeSpan.Zero ? "-" : "") + string.Concat(parts);
            }
        }
    }

    private static string NoUnit(string text, string number) =>
        text.Trim() == number
            ? $"'{text}' has no unit; write {number}s, {number}m or another unit of time."
            : $"'{text}' has a number without a unit, {number}; write a duration such as 4m30s.";

    private static string WithMinutes(string sign, int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 60}m {seconds % 60:00}s");

    private static string WithHours(string sign, int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60}h {minutes % 60:00}m");
}
