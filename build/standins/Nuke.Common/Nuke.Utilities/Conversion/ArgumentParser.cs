namespace Nuke.Common.Utilities;

/// <summary>
/// Reads options from the command line: a name is compared without dashes and without case, its values are the arguments up to the next dash,
/// and the last occurrence wins.
/// </summary>
internal sealed class ArgumentParser(IEnumerable<string> arguments)
{
    private readonly string[] _arguments = arguments.ToArray();

    public IReadOnlyList<string> Arguments => _arguments;

    public bool HasArgument(string name) => IndexOf(name) >= 0;

    public object GetNamedArgument(string name, Type type, char? separator)
    {
        var index = IndexOf(name);
        return index < 0 ? ValueConversion.DefaultOf(type) : Convert(name, ValuesFrom(index + 1), type, separator);
    }

    public object GetPositionalArguments(Type type, char? separator)
    {
        var values = ValuesFrom(0);
        return values.Length == 0 ? ValueConversion.DefaultOf(type) : Convert("$all-positional", values, type, separator);
    }

    private static bool IsOption(string argument) => argument.StartsWith('-');

    private static string WithoutDashes(string name) => name.Replace("-", "");

    private int IndexOf(string name)
    {
        var plainName = WithoutDashes(name);
        for (var i = _arguments.Length - 1; i >= 0; i--)
        {
            if (IsOption(_arguments[i]) && string.Equals(WithoutDashes(_arguments[i]), plainName, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private string[] ValuesFrom(int start)
    {
        var end = start;
        while (end < _arguments.Length && !IsOption(_arguments[end]))
            end++;
        return _arguments[start..end];
    }

    private object Convert(string name, string[] values, Type type, char? separator)
    {
        if (separator is { } character && values.Any(value => value.Contains(character)))
        {
            // A misspelt word, kept because the text is what users of the real package see and search for.
            var text = $"Argumenet '{name}' with value [ {string.Join(", ", values)} ] cannot be split with separator '{character}'";
            Assert.True(values.Length == 1, text);
            values = values[0].Split(character);
        }

        try
        {
            return ValueConversion.FromValues(values, type, valueOfBareSwitch: true);
        }
        catch (Exception exception)
        {
            var lines = new[] { $"Resolving argument '{name}' failed.", exception.Message, "Arguments were:" }.Concat(
                _arguments.Select((argument, index) => $"  [{index}] = {argument}")
            );
            throw new Exception(string.Join(Environment.NewLine, lines));
        }
    }
}
