using System.Globalization;
using System.Text.Json.Serialization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>
/// A number of bytes. Written with 10^3 units (kB, MB, GB), as Docker prints them; 2^10 units (KiB, MiB, GiB) are read too.
/// A bare number is refused: a budget of "120" says nothing.
/// </summary>
/// <param name="Bytes">Bytes; negative only as a difference of two sizes.</param>
[JsonConverter(typeof(ByteSizeJsonConverter))]
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    private static readonly (string Unit, long Factor)[] Units =
    [
        ("B", 1),
        ("kB", 1_000),
        ("MB", 1_000_000),
        ("GB", 1_000_000_000),
        ("TB", 1_000_000_000_000),
        ("KiB", 1L << 10),
        ("MiB", 1L << 20),
        ("GiB", 1L << 30),
        ("TiB", 1L << 40),
    ];

    /// <summary>No bytes.</summary>
    public static ByteSize Zero => default;

    /// <summary>Reads <c>120MB</c>, <c>114.4 MiB</c>, <c>500 kB</c>.</summary>
    /// <param name="text">A decimal number and a unit.</param>
    /// <exception cref="InputException">The text is no size; the message says what is wrong with it.</exception>
    public static ByteSize Parse(string text) => TryParse(text, out var size, out var problem) ? size : throw new InputException(problem);

    /// <summary>Reads a size without throwing.</summary>
    /// <param name="text">A decimal number and a unit; null is no size.</param>
    /// <param name="size">The size, or zero.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string? text, out ByteSize size, out string problem)
    {
        size = default;
        var trimmed = (text ?? "").Trim();
        var digits = trimmed.AsSpan().IndexOfAnyExcept("0123456789.");
        if (trimmed is ['-', _, ..])
            problem = $"'{text}' is a negative size; write a size such as 120MB.";
        else if (digits == 0 || trimmed.Length == 0)
            problem = $"'{text}' is not a size; write a number and a unit, such as 120MB or 114.4MiB.";
        else if (digits < 0)
            problem = $"'{text}' has no unit; write {trimmed}MB, {trimmed}MiB or another unit of bytes.";
        else if (trimmed.AsSpan(0, digits).Count('.') > 1 || trimmed[..digits] == ".")
            problem = $"'{text}' is not a size: '{trimmed[..digits]}' is no number; write a size such as 120MB.";
        else if (!decimal.TryParse(trimmed.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            problem = $"'{text}' is more bytes than can be counted; write a smaller size.";
        else
            return TryScale(text!, number, trimmed[digits..].Trim(), out size, out problem);
        return false;
    }

    private static bool TryScale(string text, decimal number, string unit, out ByteSize size, out string problem)
    {
        size = default;
        problem = "";
        var factor = Units.FirstOrDefault(x => x.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase)).Factor;
        if (factor == 0)
            problem = $"'{text}' has the unknown unit '{unit}'; use one of {string.Join(", ", Units.Select(x => x.Unit))}.";
        else if (number > long.MaxValue / factor)
            problem = $"'{text}' is more bytes than can be counted; write a smaller size.";
        else
            size = new ByteSize((long)decimal.Round(number * factor, MidpointRounding.AwayFromZero));
        return problem.Length == 0;
    }

    /// <summary>For people: one decimal, 10^3 units: <c>82.4 MB</c>.</summary>
    public string Text
    {
        get
        {
            var magnitude = Math.Abs((decimal)Bytes);
            var (unit, factor) = magnitude switch
            {
                < 1_000 => Units[0],
                < 999_950 => Units[1],
                < 999_950_000 => Units[2],
                < 999_950_000_000 => Units[3],
                _ => Units[4],
            };
            return factor == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{Bytes} B")
                : string.Create(CultureInfo.InvariantCulture, $"{(decimal)Bytes / factor:0.0} {unit}");
        }
    }

    /// <summary>For people, as a difference: <c>+3.1 MB</c>, <c>-12.0 kB</c>, <c>0 B</c>.</summary>
    public string SignedText => Bytes > 0 ? "+" + Text : Text;

    /// <summary>Exact, and read back by <see cref="Parse" />: the largest unit that divides it.</summary>
    public override string ToString()
    {
        var bytes = Bytes;
        var (unit, factor) = Bytes == 0 ? Units[0] : Units.Take(5).Last(x => bytes % x.Factor == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{Bytes / factor}{unit}");
    }

    /// <inheritdoc />
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

#pragma warning disable CS1591 // operators mean what they mean
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    public static ByteSize operator -(ByteSize left, ByteSize right) => new(left.Bytes - right.Bytes);

    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;
#pragma warning restore CS1591
}
