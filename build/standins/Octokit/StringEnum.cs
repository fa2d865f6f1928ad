using Octokit.Internal;

namespace Octokit;

/// <summary>A text of the server that is mostly, but not surely, one of the known values.</summary>
public struct StringEnum<TEnum> : IEquatable<StringEnum<TEnum>>
    where TEnum : struct
{
    private readonly string _stringValue;

    public StringEnum(TEnum parsedValue) => _stringValue = WireText.Of((Enum)(object)parsedValue);

    public StringEnum(string stringValue) => _stringValue = Ensure.NotBlank(stringValue);

    public string StringValue => _stringValue ?? string.Empty;

    public TEnum Value =>
        TryParse(out var value)
            ? value
            : throw new ArgumentException($"Value '{StringValue}' is not a valid '{typeof(TEnum).Name}' enum value.");

    public bool TryParse(out TEnum value)
    {
        var known = WireText.TryParse(typeof(TEnum), StringValue, out var parsed);
        value = known ? (TEnum)parsed : default;
        return known;
    }

    public bool Equals(StringEnum<TEnum> other) => string.Equals(StringValue, other.StringValue, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is StringEnum<TEnum> other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(StringValue);

    public override string ToString() => StringValue;

    public static bool operator ==(StringEnum<TEnum> left, StringEnum<TEnum> right) => left.Equals(right);

    public static bool operator !=(StringEnum<TEnum> left, StringEnum<TEnum> right) => !left.Equals(right);

    public static implicit operator StringEnum<TEnum>(string value) => new(value);

    public static implicit operator StringEnum<TEnum>(TEnum parsedValue) => new(parsedValue);
}
