using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>Residue that only the contents of files tell.</summary>
internal static class DetailedResidue
{
    private static readonly ResidueKind Development = new(
        "development-dependencies",
        "Install without them: npm ci --omit=dev, in the stage that production copies node_modules from.",
        _ => 0
    );

    private static readonly ResidueKind Symbols = new(
        "unstripped-binary",
        "Strip it in the builder stage (strip FILE; go build -ldflags=\"-s -w\"; for Rust strip = true in the release profile).",
        _ => 0
    );

    /// <summary>What files are residue, whole or in part.</summary>
    /// <param name="details">What the image's files tell.</param>
    public static ResidueClaims Find(ImageDetails details)
    {
        var claims = new ResidueClaims();
        foreach (var (path, _, file) in details.Files.Where(x => x.Details.DevelopmentFolders.Count > 0))
        {
            var root = LockFolder.Of(path);
            foreach (var folder in file.DevelopmentFolders)
            foreach (var content in PackageFolder.Files(details.Tree, LockFolder.Joined(root, folder)))
                claims.Whole.TryAdd(content, (Development, LockFolder.Joined(root, "node_modules")));
        }
        foreach (var (_, content, file) in details.Files.Where(x => x.Details.SymbolBytes > 0))
            claims.Part.TryAdd(content, (Symbols, file.SymbolBytes));
        return claims;
    }
}
