namespace Nuke.Common.Execution;

public class VisualStudio : Terminal
{
    internal static bool IsRunning => !string.IsNullOrEmpty(EnvironmentInfo.GetVariable("VisualStudioVersion"));
}
