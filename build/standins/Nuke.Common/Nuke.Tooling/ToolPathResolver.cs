namespace Nuke.Common.Tooling;

public static class ToolPathResolver
{
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (path != null)
            Assert.FileExists(path, $"Path '{path}' from environment variable '{environmentExecutable}' does not exist");
        return path;
    }

    public static string GetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
            return Path.GetFullPath(pathExecutable);

        var name = EnvironmentInfo.IsWin && !Path.HasExtension(pathExecutable) ? pathExecutable + ".exe" : pathExecutable;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        // The real package asks the system's own look-up program and names it here; the sentence starts alike.
        return found.NotNull(
            $"Could not find '{pathExecutable}' via '{(EnvironmentInfo.IsWin ? @"C:\Windows\System32\where.exe" : "/usr/bin/which")}'."
        );
    }
}
