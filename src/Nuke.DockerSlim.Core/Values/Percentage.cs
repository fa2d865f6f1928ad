using System.Globalization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>A part of something in hundredths: <c>2%</c>, <c>0.5%</c>. A bare number is refused.</summary>
/// <param name="Hundredths">The number before the sign, at least zero.</param>
public readonly record struct Percentage(decimal Hundredths)
{
    private const decimal Largest = 1_000_000;

    /// <summary>Reads <c>2%</c>, <c>0.5 %</c>.</summary>
    /// <param name="text">A decimal number and the sign.</param>
    /// <exception cref="InputException">The text is no percentage; the message says what is wrong with it.</exception>
    public static Percentage Parse(string text) =>
        TryParse(text, out var percentage, out var problem) ? percentage : throw new InputException(problem);

    /// <summary>Reads a percentage without throwing.</summary>
    /// <param name="text">A decimal number and the sign; null is no percentage.</param>
    /// <param name="percentage">The percentage, or zero.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string? text, out Percentage percentage, out string problem)
    {
        percentage = default;
        var trimmed = (text ?? "").Trim();
        var number = trimmed.TrimEnd('%').TrimEnd();
        if (trimmed.StartsWith('-'))
            problem = $"'{text}' is negative; write a percentage such as 2%.";
        else if (
            !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hundredths)
            || hundredths > Largest
        )
            problem = $"'{text}' is not a percentage; write one such as 2%.";
        else if (trimmed.Count(x => x == '%') != 1)
            problem = $"'{text}' does not say of what; write {number}%.";
        else
        {
            percentage = new Percentage(hundredths);
            problem = "";
        }
        return problem.Length == 0;
    }

    /// <summary>That part of a number, rounded down.</summary>
    /// <param name="whole">The number.</param>
    public long Of(long whole) => (long)Math.Min(long.MaxValue, Math.Floor(whole * Hundredths / 100));

    /// <summary>Read back by <see cref="Parse" />: <c>2%</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hundredths:0.############}%");
}
