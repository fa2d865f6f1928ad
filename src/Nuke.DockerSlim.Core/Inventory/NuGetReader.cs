namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads what .NET writes beside a program about what it is made of, <c>*.deps.json</c> (dotnet/sdk, runtime configuration files).</summary>
internal static class NuGetReader
{
    /// <summary>The packages; projects and assemblies of the program's own are none.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Read(ReadOnlyMemory<byte> content) =>
        JsonContent.Read(
            content,
            x =>
                FileDetails.Of(
                    JsonContent
                        .Fields(x, "libraries")
                        .Where(y => JsonContent.Text(y.Value, "type") is "package" or "runtimepack")
                        .Select(y => (Names: y.Name.Split('/'), y.Value))
                        .Where(y => y.Names.Length == 2)
                        .Select(y => new FoundPackage(PackageKind.NuGet, Bare(y.Names[0]), y.Names[1])
                        {
                            Integrity = JsonContent.Text(y.Value, "sha512") ?? "",
                        })
                )
        );

    private static string Bare(string name) =>
        name.StartsWith("runtimepack.", StringComparison.Ordinal) ? name["runtimepack.".Length..] : name;
}
