using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Testing;

/// <summary>A file that a program misses, as its output names it.</summary>
/// <param name="Name">The name as it was written.</param>
/// <param name="Paths">Where in the image it should lie, the likeliest first.</param>
public sealed partial record MissingFile(string Name, IReadOnlyList<string> Paths)
{
    // Where the loader looks on Debian and on Alpine, beside what is configured.
    private static readonly string[] LibraryFolders =
    [
        "/usr/lib/x86_64-linux-gnu",
        "/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/local/lib",
        "/usr/lib",
        "/lib",
    ];

    private static readonly string[] ProgramFolders = ["/usr/local/bin", "/usr/bin", "/bin"];

    /// <summary>The last file that an output names as missing; null when it names none.</summary>
    /// <param name="lines">The output's last lines.</param>
    /// <param name="workingDirectory">The folder that relative paths begin at.</param>
    public static MissingFile? Find(IReadOnlyList<string> lines, string workingDirectory)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
            if (Read(lines, i, workingDirectory) is { } missing)
                return missing;
        return null;
    }

    private static MissingFile? Read(IReadOnlyList<string> lines, int at, string folder)
    {
        var line = lines[at];
        if (Module().Match(line) is { Success: true } module)
            return new(module.Groups[1].Value, NodePaths(module.Groups[1].Value, Requirer(lines, at), folder));
        if (Library().Match(line) is { Success: true } library)
            return new(library.Groups[1].Value, [.. LibraryFolders.Select(x => $"{x}/{library.Groups[1].Value}")]);
        if (Program().Match(line) is { Success: true } program)
        {
            var name = program.Groups["name"].Value;
            return name.Contains('/') ? new(name, [Combine(folder, name)]) : new(name, [.. ProgramFolders.Select(x => $"{x}/{name}")]);
        }
        return Path().Match(line) is { Success: true } path && path.Groups["path"].Value is { Length: > 1 } file
            ? new(file, [Combine(folder, file)])
            : null;
    }

    // By path, or by the name of a package that lies in node_modules.
    private static string[] NodePaths(string name, string? requirer, string folder)
    {
        if (name is not ['.' or '/', ..])
            return [Combine(folder, $"node_modules/{name}")];
        var from = requirer is { } file ? file[..Math.Max(1, file.LastIndexOf('/'))] : folder;
        var path = Combine(from, name);
        return System.IO.Path.HasExtension(path) ? [path] : [path, path + ".js", path + "/index.js", path + ".json"];
    }

    // "Require stack:" and then the file that asked for it.
    private static string? Requirer(IReadOnlyList<string> lines, int at) =>
        lines.Skip(at + 1).Take(3).Select(x => x.Trim()).FirstOrDefault(x => x.StartsWith("- /", StringComparison.Ordinal))?[2..];

    private static string Combine(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : $"{folder}/{path}").Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        return "/" + string.Join('/', parts);
    }

    // Node: require and import.
    [GeneratedRegex("Cannot find (?:module|package) '([^']+)'")]
    private static partial Regex Module();

    // glibc's loader; musl says "Error loading shared library".
    [GeneratedRegex(@"(?:error while loading shared libraries|Error loading shared library):? ([^\s:/]+):")]
    private static partial Regex Library();

    // The engine about a container's own command, and shells.
    [GeneratedRegex(
        """exec: "(?<name>[^"]+)"|(?:ba|da|a)?sh: (?:line )?[0-9]+: (?<name>[^\s:]+): (?:command )?not found|unable to start container process: .*stat (?<name>/\S+): no such file"""
    )]
    private static partial Regex Program();

    // ENOENT (Node), errno 2 (Python), .NET, Java and what C programs say.
    [GeneratedRegex(
        """(?:ENOENT: no such file or directory, \w+|No such file or directory:|can't open file|Could not find (?:file|a part of the path)|Unable to access jarfile|open(?:\(\))?) ['"]?(?<path>/?[\w@.+~-][^'":()\s]*(?:/[^'":()\s]+)*)['"]?|['"]?(?<path>/[^'":()\s]+)['"]?: (?:No such file or directory|no such file or directory|\[Errno 2\])"""
    )]
    private static partial Regex Path();
}
