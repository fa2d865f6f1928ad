using System.Globalization;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Reads dpkg's list of packages (deb-control(5), dpkg(1)): <c>/var/lib/dpkg/status</c>, or one package a file below <c>status.d</c>, as distroless has them.
/// </summary>
internal static class DpkgReader
{
    private static readonly string[] Wanted = ["Package", "Version", "Architecture", "Status", "Installed-Size"];

    /// <summary>The packages that are installed; those of which only the settings are left are not.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Read(ReadOnlyMemory<byte> content) =>
        FileDetails.Of(
            ControlFields
                .Paragraphs(content, Wanted)
                .Where(x => x.ContainsKey("Package") && IsInstalled(x.GetValueOrDefault("Status")))
                .Select(x => new FoundPackage(
                    PackageKind.Dpkg,
                    x["Package"],
                    x.GetValueOrDefault("Version", ""),
                    x.GetValueOrDefault("Architecture", ""),
                    InstalledBytes(x.GetValueOrDefault("Installed-Size"))
                ))
        );

    // "install ok installed": what is wanted, whether it is in order, what it is. Distroless leaves it out.
    private static bool IsInstalled(string? status) => status is null || status.EndsWith(" installed", StringComparison.Ordinal);

    // An estimate of the packager's, in KiB.
    private static long? InstalledBytes(string? size) =>
        long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes) && kibibytes < 1L << 40
            ? kibibytes * 1024
            : null;
}
