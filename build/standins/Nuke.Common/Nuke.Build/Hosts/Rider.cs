namespace Nuke.Common.Execution;

public class Rider : Terminal
{
    internal static bool IsRunning =>
        !string.IsNullOrEmpty(EnvironmentInfo.GetVariable("IDEA_INITIAL_DIRECTORY"))
        || Contains("XPC_SERVICE_NAME", "com.jetbrains.rider")
        || Contains("TERMINAL_EMULATOR", "JetBrains-JediTerm");

    private static bool Contains(string variable, string text) =>
        EnvironmentInfo.GetVariable(variable)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
