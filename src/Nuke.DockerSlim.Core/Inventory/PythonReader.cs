namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Reads the metadata of an installed Python distribution: <c>METADATA</c> in <c>*.dist-info</c>, <c>PKG-INFO</c> in <c>*.egg-info</c>, or <c>*.egg-info</c> itself
/// (Core metadata specifications; Recording installed projects).
/// </summary>
internal static class PythonReader
{
    private const int LongestLicense = 100;
    private static readonly string[] Wanted = ["Name", "Version", "License-Expression", "License"];

    /// <summary>The distribution.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static FileDetails Read(ReadOnlyMemory<byte> head) =>
        ControlFields.Paragraphs(head, Wanted).FirstOrDefault(x => x.ContainsKey("Name")) is { } fields
            ? FileDetails.Of([
                new FoundPackage(PackageKind.Python, fields["Name"], fields.GetValueOrDefault("Version", ""))
                {
                    License = Short(fields.GetValueOrDefault("License-Expression") ?? fields.GetValueOrDefault("License", "")),
                },
            ])
            : FileDetails.Unread("names no distribution");

    // Some have the licence's whole text on the line.
    private static string Short(string license) => license.Length <= LongestLicense && license != "UNKNOWN" ? license : "";
}
