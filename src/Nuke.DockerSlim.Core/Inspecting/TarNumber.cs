namespace Nuke.DockerSlim.Inspecting;

/// <summary>Numbers in tar headers: octal digits between spaces and NULs, or GNU's base 256 for what octal cannot hold.</summary>
internal static class TarNumber
{
    /// <summary>Reads a field; null when it holds no number, or one beyond 63 bits.</summary>
    public static long? Read(ReadOnlySpan<byte> field) => (field[0] & 0x80) != 0 ? ReadBase256(field) : ReadOctal(field);

    /// <summary>Reads decimal digits, as PAX records have them; null when it is no number, is negative or has more than 63 bits.</summary>
    public static long? ReadDecimal(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty || digits.Length > 19)
            return null;
        ulong value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return null;
            value = value * 10 + digit - '0';
        }
        return value <= long.MaxValue ? (long)value : null;
    }

    private static long? ReadOctal(ReadOnlySpan<byte> field)
    {
        var digits = field.Trim(" \0"u8);
        if (digits.IndexOf((byte)0) is >= 0 and var end)
            digits = digits[..end];
        long value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7' || value > long.MaxValue >> 3)
                return null;
            value = (value << 3) + digit - '0';
        }
        return value;
    }

    // Two's complement, big-endian, in all bits below the first.
    private static long? ReadBase256(ReadOnlySpan<byte> field)
    {
        var isNegative = (field[0] & 0x40) != 0;
        var value = isNegative ? -1L : 0L;
        for (var i = 0; i < field.Length; i++)
        {
            var digit = i > 0 ? field[i] : (byte)(isNegative ? field[0] | 0x80 : field[0] & 0x7f);
            if (value is > long.MaxValue >> 8 or < long.MinValue >> 8)
                return null;
            value = (value << 8) | digit;
        }
        return value;
    }
}
