using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// Finds what Nuke would pass over in silence or with a mere warning: unknown options, <c>--name=value</c>, options without their value, switches
/// that are neither true nor false, two environment variables of one parameter. A mistyped limit would be no limit.
/// </summary>
internal static class ParameterGuard
{
    /// <summary>The problems, whole sentences; none when every option is understood.</summary>
    /// <param name="arguments">The command line, without the program.</param>
    /// <param name="parameters">The build's parameters.</param>
    /// <param name="foreign">Names that the build reads by other means.</param>
    /// <param name="environment">The environment.</param>
    public static IReadOnlyList<string> Problems(
        IReadOnlyList<string> arguments,
        IReadOnlyList<KnownParameter> parameters,
        IEnumerable<string> foreign,
        IEnumerable<KeyValuePair<string, string>> environment
    )
    {
        var known = parameters.Concat(foreign.Select(x => new KnownParameter(x, IsOurs: false, IsSwitch: false, IsList: true))).ToArray();
        var problems = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsOption(arguments[i]))
                continue;
            var values = arguments.Skip(i + 1).TakeWhile(x => !IsOption(x)).ToArray();
            if (Problem(arguments[i], values, known) is { } problem)
                problems.Add(problem);
        }
        var variables = environment.ToArray();
        problems.AddRange(variables.Select(x => Problem(x.Key, x.Value, known)).OfType<string>());
        var written = arguments.Where(IsOption).Select(x => KnownParameter.KeyOf(x.TrimStart('-'))).ToHashSet();
        problems.AddRange(known.Where(x => x.IsOurs && !written.Contains(x.Key)).Select(x => Ambiguity(x, variables)).OfType<string>());
        return problems;
    }

    // "-3s" is a value somebody wanted to be negative: no option starts with a digit.
    private static bool IsOption(string argument) =>
        argument.StartsWith('-') && argument.TrimStart('-') is { Length: > 0 } name && !char.IsAsciiDigit(name[0]) && name[0] != '.';

    private static string? Problem(string option, string[] values, KnownParameter[] known)
    {
        var written = option.TrimStart('-');
        var equals = written.IndexOf('=');
        var name = equals < 0 ? written : written[..equals];
        var parameter = known.FirstOrDefault(x => x.Key == KnownParameter.KeyOf(name));
        if (parameter is null)
            return NearName.Find(name, known.Select(x => x.Name).Distinct()) is { } near
                ? $"There is no parameter --{name}; did you mean --{near}?"
                : $"There is no parameter --{name}; ./build.sh --help lists those there are.";
        if (equals >= 0)
            return $"--{written} is not understood: write the value behind a space, --{parameter.Name} {written[(equals + 1)..]}.";
        if (!parameter.IsOurs)
            return null;
        // Nuke reads a lone dash as an option without a name, so the value would be lost.
        if (values.FirstOrDefault(x => x.Length > 0 && x.All(y => y == '-')) is { } dash)
            return $"--{parameter.Name}: '{dash}' is no value; write one behind it.";
        if (values.FirstOrDefault(x => x.StartsWith('-')) is { } negative)
            return $"--{parameter.Name}: '{negative}' is negative; write a value above zero.";
        if (parameter.IsSwitch)
            return values is [] || (values is [var value] && bool.TryParse(value, out _))
                ? null
                : $"--{parameter.Name} is true or false, not '{string.Join(' ', values)}'; targets come before the first option.";
        if (values.Length == 0 || values.Any(x => x.Length == 0))
            return $"--{parameter.Name} has no value; write one behind it.";
        // Nuke takes neither then.
        if (parameter.IsSeparated && values.Length > 1 && values.Any(x => x.Contains(',')))
            return $"--{parameter.Name} has both commas and spaces between its values; write --{parameter.Name} {string.Join(',', values)}.";
        return values.Length > 1 && !parameter.IsList
            ? $"--{parameter.Name} takes one value but has {values.Length} ({string.Join(", ", values)}); put quotes around a value with spaces, and targets before the first option."
            : null;
    }

    private static string? Problem(string variable, string value, KnownParameter[] known) =>
        known.FirstOrDefault(x => x is { IsOurs: true, IsSwitch: true } && Sets(variable, x)) is { } parameter
        && value.Length > 0
        && !bool.TryParse(value, out _)
            ? $"The environment variable {variable} sets --{parameter.Name}, which is true or false, not '{value}'."
            : null;

    // Of several that differ from the parameter's own spelling Nuke takes none, with a warning.
    private static string? Ambiguity(KnownParameter parameter, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var names = environment.Select(x => x.Key).Where(x => Sets(x, parameter)).Order(StringComparer.Ordinal).ToArray();
        return names.Length > 1 && !names.Contains(parameter.PropertyName)
            ? $"The environment variables {string.Join(" and ", names)} both set --{parameter.Name}, so that neither counts; unset all but one."
            : null;
    }

    private static bool Sets(string variable, KnownParameter parameter)
    {
        var key = string.Concat(variable.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return key == parameter.Key || key == "nuke" + parameter.Key;
    }
}
