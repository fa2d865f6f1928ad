namespace Nuke.DockerSlim.Adapters;

/// <summary>Finds programs by their names, as a shell does.</summary>
/// <param name="path">The folders that are looked into; null: those of this process.</param>
internal sealed class ProgramPath(string? path = null)
{
    private readonly string _path = path ?? Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>The program's file; null where there is none that can be started.</summary>
    /// <param name="program">The program.</param>
    public string? Find(string program) =>
        _path
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(x => OperatingSystem.IsWindows() ? [Path.Combine(x, program + ".exe")] : (string[])[Path.Combine(x, program)])
            .FirstOrDefault(IsProgram);

    private static bool IsProgram(string file) =>
        File.Exists(file)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );
}
