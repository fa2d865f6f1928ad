namespace Nuke.DockerSlim.Inventory;

/// <summary>Tells installed packages of node's from what packages bring along in their own folders, such as the fixtures of their tests.</summary>
internal static class NpmPath
{
    private static ReadOnlySpan<byte> Modules => "node_modules/"u8;

    /// <summary>
    /// Whether a <c>package.json</c> is that of an installed package: from the first <c>node_modules</c> on, its path is made of nothing but
    /// <c>node_modules/NAME</c> and <c>node_modules/@SCOPE/NAME</c>; pnpm's is <c>node_modules/.pnpm/NAME@VERSION/node_modules/NAME</c>.
    /// </summary>
    /// <param name="path">The path of the <c>package.json</c>.</param>
    public static bool IsInstalled(ReadOnlySpan<byte> path)
    {
        var start = path.StartsWith(Modules) ? 0 : path.IndexOf("/node_modules/"u8) + 1;
        if (start == 0 && !path.StartsWith(Modules))
            return false;
        var rest = path[start..];
        while (rest.StartsWith(Modules))
        {
            rest = rest[Modules.Length..];
            if (!Skip(ref rest))
                return false;
            if (rest.SequenceEqual("package.json"u8))
                return true;
        }
        return false;
    }

    /// <summary>Passes a package's name and the slash behind it.</summary>
    private static bool Skip(ref ReadOnlySpan<byte> rest)
    {
        var names = rest.StartsWith("@"u8) || rest.StartsWith(".pnpm/"u8) ? 2 : 1;
        for (; names > 0; names--)
        {
            var slash = rest.IndexOf((byte)'/');
            if (slash <= 0)
                return false;
            rest = rest[(slash + 1)..];
        }
        return true;
    }
}
