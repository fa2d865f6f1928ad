using System.Security.Cryptography;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The key that the cache names searches for secrets with. It lies with the user's own data and not in the cache, which is handed around (build servers
/// keep it from run to run): without it nobody can try values against those names.
/// </summary>
internal static class SearchKey
{
    private const int Length = 32;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key of this user on this machine, made if there is none; null where none can be kept, and nothing is remembered.</summary>
    public static byte[]? OfThisUser()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : In(Path.Combine(folder, "dockerslim"));
    }

    /// <summary>The key in a folder.</summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    internal static byte[]? In(string folder)
    {
        var file = Path.Combine(folder, "search.key");
        try
        {
            if (Read(file) is { } known)
                return known;
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".unfinished");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = Owner;
            using (var stream = new FileStream(unfinished, options))
                stream.Write(RandomNumberGenerator.GetBytes(Length));
            File.Move(unfinished, file, overwrite: true);
            // Of two runs that make one at once, the later one's stays.
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // One that others could read is none.
    private static byte[]? Read(string file) =>
        File.Exists(file)
        && (OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == Owner)
        && File.ReadAllBytes(file) is { Length: Length } key
            ? key
            : null;
}
