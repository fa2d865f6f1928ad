namespace Nuke.DockerSlim.Inventory;

/// <summary>A package as a file of the image names it.</summary>
/// <param name="Kind">Whose it is.</param>
/// <param name="Name">Its name, an npm scope included.</param>
/// <param name="Version">Its version; empty when the file does not tell.</param>
/// <param name="Qualifier">What tells it from others of the name: the architecture (dpkg, apk), the group (jar); empty for none.</param>
/// <param name="Bytes">Bytes that it takes as its own metadata has them; null when they do not tell.</param>
internal readonly record struct FoundPackage(PackageKind Kind, string Name, string Version, string Qualifier = "", long? Bytes = null)
{
    /// <summary>Its licence as its own metadata has it, an SPDX expression or any other text; empty when they do not tell.</summary>
    public string License
    {
        get => field ?? "";
        init => field = value.Length <= LongestText ? value : "";
    }

    /// <summary>
    /// What the archive came to that it was installed from, in the notation of Subresource Integrity: <c>sha512-</c> and base64. Empty when nothing tells.
    /// </summary>
    public string Integrity
    {
        get => field ?? "";
        init => field = value.Length <= LongestText ? value : "";
    }

    private const int LongestText = 300;
    private const int LongestName = 300;
    private const int LongestVersion = 200;

    /// <summary>Whether name and version are such as somebody may have meant: what is longer was made to fill something.</summary>
    public bool IsPlausible => Name.Length is > 0 and <= LongestName && Version.Length <= LongestVersion && Qualifier.Length <= LongestName;

    /// <summary>What makes it the same package elsewhere.</summary>
    public (PackageKind, string, string, string) Identity => (Kind, Name, Version, Qualifier);
}
