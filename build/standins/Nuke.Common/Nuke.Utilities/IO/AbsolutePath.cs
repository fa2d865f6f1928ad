using System.ComponentModel;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path; strings convert to it and it converts to strings.</summary>
[TypeConverter(typeof(AbsolutePathConverter))]
public class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path) => _path = PathConstruction.NormalizePath(path);

    public string Name => System.IO.Path.GetFileName(_path);

    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    public string Extension => System.IO.Path.GetExtension(_path);

    public AbsolutePath Parent => PathConstruction.IsRoot(_path) ? null : this / "..";

    AbsolutePath IAbsolutePathHolder.Path => this;

    public static AbsolutePath Create(string path) => new(path);

    public static implicit operator AbsolutePath(string path)
    {
        if (path is null)
            return null;
        Assert.True(PathConstruction.HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    public static implicit operator string(AbsolutePath path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All));
        return left.Parent;
    }

    public static AbsolutePath operator /(AbsolutePath left, string right) => new(PathConstruction.Combine(left.NotNull(), right));

    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left._path + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => a is null ? b is null : a.Equals((object)b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !(a == b);

    public override bool Equals(object obj) => obj is AbsolutePath other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => _path.GetHashCode();

    public override string ToString() => _path;

    public string ToString(string format) =>
        format switch
        {
            null or NoQuotes => _path,
            DoubleQuote => Quoted('"'),
            DoubleQuoteIfNeeded => _path.Contains(' ') ? Quoted('"') : _path,
            SingleQuote => Quoted('\''),
            SingleQuoteIfNeeded => _path.Contains(' ') ? Quoted('\'') : _path,
            _ => throw new ArgumentException($"Format '{format}' is not recognized"),
        };

    string IFormattable.ToString(string format, IFormatProvider formatProvider) => ToString(format);

    protected bool Equals(AbsolutePath other) =>
        string.Equals(
            _path,
            other._path,
            PathConstruction.HasWindowsRoot(_path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );

    private string Quoted(char quote) => quote + _path.Replace(quote.ToString(), "\\" + quote) + quote;
}
