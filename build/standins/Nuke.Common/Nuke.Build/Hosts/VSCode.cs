namespace Nuke.Common.Execution;

public class VSCode : Terminal
{
    internal static bool IsRunning =>
        !string.IsNullOrEmpty(EnvironmentInfo.GetVariable("VSCODE_GIT_IPC_HANDLE"))
        || !string.IsNullOrEmpty(EnvironmentInfo.GetVariable("VSCODE_PID"));
}
