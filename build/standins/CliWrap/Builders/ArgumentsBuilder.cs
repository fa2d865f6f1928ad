using System.Globalization;
using CliWrap.Internal;

namespace CliWrap.Builders;

public class ArgumentsBuilder
{
    private readonly List<string> _arguments = [];

    public ArgumentsBuilder Add(string value, bool escape)
    {
        _arguments.Add(escape ? Escape(value) : value);
        return this;
    }

    public ArgumentsBuilder Add(string value) => Add(value, true);

    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values)
            Add(value, escape);
        return this;
    }

    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, true);

    public ArgumentsBuilder Add(IFormattable value, IFormatProvider formatProvider, bool escape = true) =>
        Add(value.ToString(null, formatProvider), escape);

    public ArgumentsBuilder Add(IFormattable value, CultureInfo cultureInfo, bool escape) =>
        Add(value, (IFormatProvider)cultureInfo, escape);

    public ArgumentsBuilder Add(IFormattable value, CultureInfo cultureInfo) => Add(value, cultureInfo, true);

    public ArgumentsBuilder Add(IFormattable value, bool escape) => Add(value, CultureInfo.InvariantCulture, escape);

    public ArgumentsBuilder Add(IFormattable value) => Add(value, true);

    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, IFormatProvider formatProvider, bool escape = true)
    {
        foreach (var value in values)
            Add(value, formatProvider, escape);
        return this;
    }

    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, CultureInfo cultureInfo, bool escape) =>
        Add(values, (IFormatProvider)cultureInfo, escape);

    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, CultureInfo cultureInfo) => Add(values, cultureInfo, true);

    public ArgumentsBuilder Add(IEnumerable<IFormattable> values, bool escape) => Add(values, CultureInfo.InvariantCulture, escape);

    public ArgumentsBuilder Add(IEnumerable<IFormattable> values) => Add(values, true);

    public string Build() => string.Join(' ', _arguments);

    public static string Escape(string argument) => ArgumentQuoting.Quote(argument);
}
