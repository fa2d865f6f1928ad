using System.Collections;
using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Parameters;

/// <summary>Looks for a parameter on the command line, among the positional arguments, in the environment, then in the parameter files.</summary>
internal static class ParameterService
{
    public const string Targets = "Target";

    /// <summary>Set once the files are known; before that only command line and environment count.</summary>
    public static ParameterFiles Files { get; set; }

    public static object GetParameter(MemberInfo member, Type type)
    {
        // No separator is the null character, not null: it still takes part in the splitting, and never occurs.
        var separator = (member.GetCustomAttribute<ParameterAttribute>()!.Separator ?? "").SingleOrDefault();
        return GetParameter(ParameterMembers.NameOf(member), type, separator);
    }

    public static object GetParameter(string name, Type type, char? separator = null) =>
        FromCommandLine(name, type, separator) ?? FromEnvironment(name, type, separator) ?? Files?.Find(name, type);

    public static T GetParameter<T>(string name, char? separator = null) => (T)GetParameter(name, typeof(T), separator);

    private static object FromCommandLine(string name, Type type, char? separator)
    {
        var arguments = EnvironmentInfo.ArgumentParser;
        var named = arguments.HasArgument(name) ? arguments.GetNamedArgument(name, type, separator) : null;
        return named ?? (name == Targets ? arguments.GetPositionalArguments(type, separator) : null);
    }

    private static object FromEnvironment(string name, Type type, char? separator)
    {
        var value = EnvironmentInfo.GetVariable(name);
        if (value == null)
        {
            var matches = InexactMatches(name);
            if (matches.Count > 1)
                Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
            if (matches.Count != 1)
                return ValueConversion.DefaultOf(type);
            value = matches[0];
        }

        try
        {
            return ValueConversion.FromVariable(value, type, separator);
        }
        catch (Exception exception)
        {
            var lines = new[] { exception.Message, $"Resolving parameter '{name}' failed. Environment variable was:", value };
            throw new Exception(string.Join(Environment.NewLine, lines));
        }
    }

    private static List<string> InexactMatches(string name)
    {
        var plainName = LettersAndDigits(name);
        var matches = new List<string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var candidate = LettersAndDigits((string)variable.Key);
            if (EqualsIgnoringCase(candidate, plainName) || EqualsIgnoringCase(candidate, "NUKE" + plainName))
                matches.Add((string)variable.Value);
        }

        return matches;
    }

    private static bool EqualsIgnoringCase(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string LettersAndDigits(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
                return new string(Array.FindAll(text.ToCharArray(), char.IsLetterOrDigit));
        }

        return text;
    }
}
