using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    internal static readonly ArgumentParser ArgumentParser = new(Environment.GetCommandLineArgs().Skip(1));

    public static IReadOnlyCollection<string> CommandLineArguments => ArgumentParser.Arguments;

    public static bool HasArgument(string name) => ArgumentParser.HasArgument(name);

    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        (T)ArgumentParser.GetNamedArgument(parameterName, typeof(T), separator);

    public static T[] GetAllPositionalArguments<T>(char? separator = null) =>
        (T[])ArgumentParser.GetPositionalArguments(typeof(T[]), separator);
}
