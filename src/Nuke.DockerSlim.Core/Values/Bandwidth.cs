using System.Globalization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>Bits a second of a network. Written with 10^3 units, as networks are sold: <c>100Mbit/s</c>, <c>1Gbit/s</c>; <c>12.5MB/s</c> is read too.</summary>
/// <param name="BitsPerSecond">Bits a second.</param>
public readonly record struct Bandwidth(long BitsPerSecond)
{
    private static readonly (string Unit, long Factor)[] Units =
    [
        ("kbit/s", 1_000),
        ("Mbit/s", 1_000_000),
        ("Gbit/s", 1_000_000_000),
        ("kB/s", 8_000),
        ("MB/s", 8_000_000),
        ("GB/s", 8_000_000_000),
    ];

    /// <summary>What is assumed unless somebody says otherwise: 100 Mbit/s.</summary>
    public static Bandwidth Default => new(100_000_000);

    /// <summary>Millions of bits a second.</summary>
    public decimal MegabitsPerSecond => BitsPerSecond / 1_000_000m;

    /// <summary>For people: <c>100 Mbit/s</c>.</summary>
    public string Text
    {
        get
        {
            var bits = BitsPerSecond;
            var (unit, factor) = Units.Take(3).LastOrDefault(x => bits >= x.Factor, Units[0]);
            return string.Create(CultureInfo.InvariantCulture, $"{(decimal)bits / factor:0.###} {unit}");
        }
    }

    /// <summary>Reads <c>100Mbit/s</c>, <c>2.5 Gbit/s</c>, <c>12.5MB/s</c>.</summary>
    /// <param name="text">A decimal number and a unit.</param>
    /// <exception cref="InputException">The text is no bandwidth; the message says what is wrong with it.</exception>
    public static Bandwidth Parse(string text) =>
        TryParse(text, out var bandwidth, out var problem) ? bandwidth : throw new InputException(problem);

    /// <summary>Reads a bandwidth without throwing.</summary>
    /// <param name="text">A decimal number and a unit; null is no bandwidth.</param>
    /// <param name="bandwidth">The bandwidth, or none.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string? text, out Bandwidth bandwidth, out string problem)
    {
        bandwidth = default;
        problem = "";
        var trimmed = (text ?? "").Trim();
        var digits = trimmed.AsSpan().IndexOfAnyExcept("0123456789.");
        if (digits <= 0)
            problem = $"'{text}' is not a bandwidth; write a number and a unit, such as 100Mbit/s or 1Gbit/s.";
        else if (Factor(trimmed[digits..].Trim()) is not { } factor)
            problem =
                $"'{text}' has the unknown unit '{trimmed[digits..].Trim()}'; use one of {string.Join(", ", Units.Select(x => x.Unit))}.";
        else if (
            !decimal.TryParse(trimmed.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > long.MaxValue / factor
            || number * factor < 1
        )
            problem = $"'{text}' is not a bandwidth that a network has; write one such as 100Mbit/s.";
        else
            bandwidth = new Bandwidth((long)decimal.Round(number * factor));
        return problem.Length == 0;
    }

    /// <summary>How long a transfer of some bytes takes at least.</summary>
    /// <param name="bytes">The bytes.</param>
    public TimeSpan TimeFor(ByteSize bytes) =>
        BitsPerSecond > 0 ? TimeSpan.FromSeconds((double)bytes.Bytes * 8 / BitsPerSecond) : TimeSpan.Zero;

    /// <summary>Exact, and read back by <see cref="Parse" />.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond / 1_000m:0.###}kbit/s");

    // kbit, Mbit and MB in any case; that "mb" means bytes and "mbit" bits is as it is written everywhere.
    private static long? Factor(string unit) =>
        Units.FirstOrDefault(x => x.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase)) is { Factor: > 0 } found ? found.Factor : null;
}
