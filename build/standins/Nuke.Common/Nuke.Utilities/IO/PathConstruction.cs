namespace Nuke.Common.IO;

public static class PathConstruction
{
    private static readonly char[] Separators = ['/', '\\'];

    public static bool HasPathRoot(string path) => GetPathRoot(path) != null;

    public static string GetPathRoot(string path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        if (path[0] == '/')
            return "/";
        if (HasWindowsRoot(path))
            return path[..2];
        if (path.Length < 3 || !path.StartsWith(@"\\", StringComparison.Ordinal) || !char.IsLetterOrDigit(path[2]))
            return null;
        var end = path.IndexOf('\\', 2);
        return end < 0 ? path : path[..end];
    }

    public static string NormalizePath(string path, char? separator = null)
    {
        path ??= "";
        var root = GetPathRoot(path);
        var parts = new List<string>();
        foreach (var part in path[(root?.Length ?? 0)..].Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
                continue;
            }

            Assert.True(part != ".." || root == null, $"Cannot normalize '{path}' beyond path root");
            parts.Add(part);
        }

        return Combine(root, string.Join(separator ?? SeparatorOf(root), parts), separator);
    }

    public static string Combine(string left, string right, char? separator = null)
    {
        left = WithoutTrailingSeparator(left);
        right = WithoutTrailingSeparator(right);
        Assert.False(HasPathRoot(right), "Second path must not be rooted");

        if (string.IsNullOrWhiteSpace(left))
            return right;
        if (string.IsNullOrWhiteSpace(right))
            return HasWindowsRoot(left) && left.Length == 2 ? left + "\\" : left;
        return left == "/" ? "/" + right : left + (separator ?? SeparatorOf(left)) + right;
    }

    public static string GetRelativePath(string basePath, string destinationPath)
    {
        var baseParts = Parts(basePath);
        var destinationParts = Parts(destinationPath);
        var same = 0;
        while (
            same < Math.Min(baseParts.Length, destinationParts.Length)
            && string.Equals(baseParts[same], destinationParts[same], StringComparison.OrdinalIgnoreCase)
        )
            same++;

        var up = Enumerable.Repeat("..", baseParts.Length - same);
        return string.Join(SeparatorOf(basePath), up.Concat(destinationParts.Skip(same)));
    }

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)(string)path;

    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);

    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var baseParts = Parts(basePath);
        return Parts(destinationPath).Take(baseParts.Length).SequenceEqual(baseParts);
    }

    internal static bool HasWindowsRoot(string path) => path.Length >= 2 && char.IsLetter(path[0]) && path[1] == ':';

    internal static bool IsRoot(string path) =>
        path.TrimEnd('\\') is var trimmed && (trimmed == GetPathRoot(path) || path == GetPathRoot(path));

    private static string[] Parts(string path) => NormalizePath(path).Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static char SeparatorOf(string path) =>
        GetPathRoot(path) switch
        {
            null => Path.DirectorySeparatorChar,
            "/" => '/',
            _ => '\\',
        };

    private static string WithoutTrailingSeparator(string path) => path is null or "/" ? path : path.TrimEnd(Separators);
}
