using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Sbom;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim;

/// <summary>Writes the packages of a measured image as a CycloneDX file, where one is asked for.</summary>
public static class SbomWork
{
    /// <summary>Takes away what an earlier run left, of each platform: of a run that fails early nothing is to be taken for its image's.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Begin(ImageWork work)
    {
        foreach (var one in work.Each)
            File(one.Target)?.Begin();
    }

    /// <summary>Writes the file.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="packages">Its packages; null when the layers could not be looked into.</param>
    /// <exception cref="InputException">The file cannot be written, or nobody knows the packages.</exception>
    internal static void Write(ImageWork work, PackageList? packages)
    {
        if (File(work.Target) is not { } file)
            return;
        if (packages is null)
            throw new InputException(
                $"{work.Target.Label}: the image's layers could not be looked into, so there are no packages to write with --sbom-file; delete .nuke/temp/dockerslim and measure again."
            );
        var text = CycloneDx.Write(work.Report, packages);
        file.Write(work.Secrets is { } secrets ? MaskedJson.Of(text, secrets.Mask) : text);
    }

    private static WholeFile? File(BuildTarget target) =>
        target.Definition.SbomFile is { } path
            ? new WholeFile(FileNaming.With(Path.GetFullPath(path, target.RootDirectory), target.PlatformSuffix), "--sbom-file")
            : null;
}
