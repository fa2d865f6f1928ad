namespace CliWrap.Builders;

public class EnvironmentVariablesBuilder
{
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);

    public EnvironmentVariablesBuilder Set(string name, string? value)
    {
        _variables[name] = value;
        return this;
    }

    public EnvironmentVariablesBuilder Set(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        foreach (var (name, value) in variables)
            Set(name, value);
        return this;
    }

    public EnvironmentVariablesBuilder Set(IReadOnlyDictionary<string, string?> variables) =>
        Set((IEnumerable<KeyValuePair<string, string?>>)variables);

    // A copy: what was built does not follow later changes of the builder.
    public IReadOnlyDictionary<string, string?> Build() => new Dictionary<string, string?>(_variables, StringComparer.Ordinal);
}
