using System.Globalization;
using System.Text.Json;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// The files that <c>docker buildx</c> may be, without starting it: starting it to learn its version takes as long as all else between two builds. Places:
/// https://github.com/docker/cli/blob/master/cli-plugins/manager/manager_unix.go and manager_windows.go beside it.
/// </summary>
/// <param name="environment">Reads a variable.</param>
/// <param name="home">The user's home folder.</param>
internal sealed class BuildxPlugin(Func<string, string?> environment, string home)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    private static readonly string[] EveryonesFolders = OperatingSystem.IsWindows()
        ? [InWindows(Environment.SpecialFolder.CommonApplicationData), InWindows(Environment.SpecialFolder.ProgramFiles)]
        :
        [
            "/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins",
            "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins",
        ];

    /// <summary>The places that every user's docker command looks into.</summary>
    internal IReadOnlyList<string> CommonFolders { get; init; } = EveryonesFolders;

    /// <summary>The files of this process's user.</summary>
    public static BuildxPlugin OfThisUser { get; } =
        new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>
    /// Name, length and time of change of every file that may be the plugin or the docker command: as long as they stay, so does the version. Null where no
    /// plugin is found, since it lies where only docker knows.
    /// </summary>
    public string? Identify()
    {
        var configuration = DockerConfiguration.Folder(environment, home);
        string[] plugins =
        [
            .. ExtraFolders(Path.Combine(configuration, "config.json"))
                .Append(Path.Combine(configuration, "cli-plugins"))
                .Concat(CommonFolders)
                .Select(x => Describe(Path.Combine(x, "docker-buildx" + Suffix)))
                .OfType<string>(),
        ];
        var commands = (environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(x => Describe(Path.Combine(x, "docker" + Suffix)))
            .OfType<string>();
        return plugins.Length == 0 ? null : string.Join('\n', plugins.Concat(commands));
    }

    private static string InWindows(Environment.SpecialFolder folder) =>
        Path.Combine(Environment.GetFolderPath(folder), "Docker", "cli-plugins");

    private static string? Describe(string path)
    {
        try
        {
            FileSystemInfo file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            return file is FileInfo { Exists: true } found
                ? string.Create(CultureInfo.InvariantCulture, $"{path} {found.FullName} {found.Length} {found.LastWriteTimeUtc.Ticks}")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not look at it may not start it.
            return null;
        }
    }

    private static string[] ExtraFolders(string file)
    {
        using var json = DockerConfiguration.Read(file);
        return
            json?.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("cliPluginsExtraDirs", out var folders)
            && folders.ValueKind == JsonValueKind.Array
            ? [.. folders.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)]
            : [];
    }
}
