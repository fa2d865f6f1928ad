namespace Nuke.DockerSlim.Inventory;

/// <summary>What the content of one file tells about the image.</summary>
internal sealed record FileDetails
{
    /// <summary>The packages that it names.</summary>
    public IReadOnlyList<FoundPackage> Packages { get; init; } = [];

    /// <summary>Folders of dependencies that are for development alone, from the file's own folder; of a lock file.</summary>
    public IReadOnlyList<string> DevelopmentFolders { get; init; } = [];

    /// <summary>Bytes of symbols and debug information that the program runs without.</summary>
    public long SymbolBytes { get; init; }

    /// <summary>Why it could not be read, or not whole: the end of a sentence about it; null when it could.</summary>
    public string? Gap { get; init; }

    /// <summary>Whether it could not be read although it may name any number of packages, so that they cannot be counted.</summary>
    public bool MayHidePackages { get; init; }

    /// <summary>What the archives came to that packages were installed from, by the packages' folders, from the file's own; of a lock file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Integrities { get; init; } = [];

    /// <summary>The distribution that the image is of; null of a file that says nothing of it.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsEmpty =>
        Packages.Count == 0
        && DevelopmentFolders.Count == 0
        && Integrities.Count == 0
        && SymbolBytes == 0
        && Distribution is null
        && Gap is null;

    /// <summary>Of a file that could not be read.</summary>
    /// <param name="gap">Why, the end of a sentence about it.</param>
    public static FileDetails Unread(string gap) => new() { Gap = gap };

    /// <summary>Of a file that could not be read although it is there to name packages.</summary>
    /// <param name="gap">Why, the end of a sentence about it.</param>
    public static FileDetails Uncounted(string gap) => new() { Gap = gap, MayHidePackages = true };

    /// <summary>Of a file that names packages; those that nobody can have meant are left out.</summary>
    /// <param name="packages">They.</param>
    public static FileDetails Of(IEnumerable<FoundPackage> packages) => new() { Packages = [.. packages.Where(x => x.IsPlausible)] };
}
