using System.Text.Json;

namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads <c>package.json</c> of an installed package, and npm's lock files (versions 1 to 3; npm documentation, package-lock.json).</summary>
internal static class NpmReader
{
    private const int DeepestLock = 60;
    private const int LongestIntegrity = 300;

    /// <summary>The package itself; nothing for a folder's <c>package.json</c> without a name, such as one that only says how its files are loaded.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Package(ReadOnlyMemory<byte> content) =>
        JsonContent.Read(
            content,
            x =>
                JsonContent.Text(x, "name") is { Length: > 0 } name
                    ? FileDetails.Of([
                        new FoundPackage(PackageKind.Npm, name, JsonContent.Text(x, "version") ?? "")
                        {
                            License = License(x),
                            Integrity = JsonContent.Text(x, "_integrity") ?? "",
                        },
                    ])
                    : new FileDetails()
        );

    /// <summary>The folders that the lock file marks as of development alone.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Lock(ReadOnlyMemory<byte> content) =>
        JsonContent.Read(
            content,
            x =>
            {
                var folders = JsonContent
                    .Fields(x, "packages")
                    .Where(y => JsonContent.IsTrue(y.Value, "dev"))
                    .Select(y => y.Name)
                    .ToArray();
                // Version 1 nests what is nested; version 2 has both.
                return new FileDetails
                {
                    DevelopmentFolders = [.. (folders.Length > 0 ? folders : Nested(x, "", 0)).Where(IsInstalled)],
                    Integrities =
                    [
                        .. JsonContent
                            .Fields(x, "packages")
                            .Where(y => IsInstalled(y.Name))
                            .Select(y => new KeyValuePair<string, string>(y.Name, JsonContent.Text(y.Value, "integrity") ?? ""))
                            .Where(y => y.Value.Length is > 0 and <= LongestIntegrity),
                    ],
                };
            }
        );

    // An expression; packages of old have {"type": ...}, or a list of such.
    private static string License(JsonElement package) =>
        JsonContent.Text(package, "license")
        ?? (JsonContent.Field(package, "license") is { } old ? JsonContent.Text(old, "type") : null)
        ?? string.Join(
            " OR ",
            JsonContent.Items(package, "licenses").Select(x => JsonContent.Text(x, "type")).Where(x => !string.IsNullOrEmpty(x))
        );

    private static IEnumerable<string> Nested(JsonElement element, string folder, int depth)
    {
        foreach (var dependency in depth < DeepestLock ? JsonContent.Fields(element, "dependencies") : [])
        {
            var own = $"{folder}node_modules/{dependency.Name}";
            if (JsonContent.IsTrue(dependency.Value, "dev"))
                yield return own;
            foreach (var below in Nested(dependency.Value, own + "/", depth + 1))
                yield return below;
        }
    }

    // Workspaces are the image's own folders, marked or not.
    private static bool IsInstalled(string folder) =>
        folder.Contains("node_modules/", StringComparison.Ordinal) && !folder.Contains("..", StringComparison.Ordinal);
}
