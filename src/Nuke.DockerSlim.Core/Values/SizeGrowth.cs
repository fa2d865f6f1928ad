using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>By how much a size may grow: a part of what it was (<c>2%</c>), or bytes (<c>5MB</c>).</summary>
public readonly record struct SizeGrowth
{
    private SizeGrowth(Percentage? part, ByteSize? bytes) => (Part, Bytes) = (part, bytes);

    /// <summary>The part of what it was; null where it is a number of bytes.</summary>
    public Percentage? Part { get; }

    /// <summary>The bytes; null where it is a part.</summary>
    public ByteSize? Bytes { get; }

#pragma warning disable CS1591 // conversions mean what they mean
    public static implicit operator SizeGrowth(Percentage part) => new(part, null);

    public static implicit operator SizeGrowth(ByteSize bytes) => new(null, bytes);
#pragma warning restore CS1591

    /// <summary>Reads a growth without throwing.</summary>
    /// <param name="text">A percentage, or a size; null is neither.</param>
    /// <param name="growth">The growth, or none.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string? text, out SizeGrowth growth, out string problem)
    {
        growth = default;
        if (text?.Contains('%', StringComparison.Ordinal) == true)
        {
            if (Percentage.TryParse(text, out var part, out problem))
                growth = part;
        }
        else if (ByteSize.TryParse(text, out var bytes, out problem))
            growth = bytes;
        else
            problem = problem.TrimEnd('.') + ", or a percentage such as 2%.";
        return problem.Length == 0;
    }

    /// <summary>Reads <c>2%</c>, <c>5MB</c>.</summary>
    /// <param name="text">A percentage, or a size.</param>
    /// <exception cref="InputException">The text is neither; the message says what is wrong with it.</exception>
    public static SizeGrowth Parse(string text) =>
        TryParse(text, out var growth, out var problem) ? growth : throw new InputException(problem);

    /// <summary>The most bytes that something may grow by.</summary>
    /// <param name="before">What it was, in bytes.</param>
    public long Of(long before) => Part is { } part ? part.Of(before) : Bytes?.Bytes ?? 0;

    /// <summary>Read back by <see cref="Parse" />.</summary>
    public override string ToString() => Part?.ToString() ?? Bytes?.ToString() ?? "0B";
}
