using System.Globalization;

namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads apk's list of packages, <c>/lib/apk/db/installed</c> (apk-tools, installed database v2): fields of one letter.</summary>
internal static class ApkReader
{
    private const string Name = "P";
    private const string Version = "V";
    private const string Architecture = "A";
    private const string InstalledBytes = "I";
    private const string License = "L";
    private static readonly string[] Wanted = [Name, Version, Architecture, InstalledBytes, License];

    /// <summary>The packages.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Read(ReadOnlyMemory<byte> content) =>
        FileDetails.Of(
            ControlFields
                .Paragraphs(content, Wanted)
                .Where(x => x.ContainsKey(Name))
                .Select(x => new FoundPackage(
                    PackageKind.Apk,
                    x[Name],
                    x.GetValueOrDefault(Version, ""),
                    x.GetValueOrDefault(Architecture, ""),
                    long.TryParse(x.GetValueOrDefault(InstalledBytes), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                        ? bytes
                        : null
                )
                {
                    License = x.GetValueOrDefault(License, ""),
                })
        );
}
