using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The folder of one image below <c>artifacts/images</c>: its report, and the builder's metadata that names each layer's line.
/// One run at a time may hold it.
/// </summary>
public sealed class ArtifactFolder : IDisposable
{
    private readonly FileStream? _lock;

    private ArtifactFolder(string directory, string whole, FileStream? held) => (Path, WholePath, _lock) = (directory, whole, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The image's folder, where this one is that of one of its platforms; else this folder.</summary>
    public string WholePath { get; }

    /// <summary>The image's report.</summary>
    public string ReportFile => System.IO.Path.Combine(Path, JsonReport.FileName);

    /// <summary>The report of the revision that was built beside the image, to hold it against.</summary>
    public string BaselineReportFile => System.IO.Path.Combine(Path, "baseline-report.json");

    /// <summary>Whether it is there.</summary>
    public bool HasBaselineReport => File.Exists(BaselineReportFile);

    /// <summary>Takes that report away: what an earlier run left there is not about the image to come.</summary>
    public void RemoveBaseline() => File.Delete(BaselineReportFile);

    /// <summary>What buildx wrote about the last production build.</summary>
    public string ProductionMetadataFile => System.IO.Path.Combine(Path, "production.metadata.json");

    /// <summary>What buildx wrote about the last build of the test stage.</summary>
    public string TestMetadataFile => System.IO.Path.Combine(Path, "test.metadata.json");

    /// <summary>The packages of the measured image as SPDX, for its push to attest.</summary>
    public string SbomFile => System.IO.Path.Combine(Path, "sbom.spdx.json");

    /// <summary>Keeps them, or takes away what an earlier run kept.</summary>
    /// <param name="text">The document; null for none.</param>
    internal void WriteSbom(string? text)
    {
        if (text is null)
            File.Delete(SbomFile);
        else
            WholeFile.Replace(SbomFile, text);
    }

    /// <summary>The OCI layout that a builder without an engine leaves the image in.</summary>
    public string LayoutDirectory => System.IO.Path.Combine(Path, "layout");

    /// <summary>The folder without making it or taking hold of it: where things would lie.</summary>
    /// <param name="directory">The folder.</param>
    public static ArtifactFolder At(string directory) => new(directory, directory, held: null);

    /// <summary>Makes the folder and takes hold of it until it is disposed or the process ends.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="image">The image's name, for the message.</param>
    /// <exception cref="InputException">Another run holds it.</exception>
    public static ArtifactFolder Hold(string directory, string image)
    {
        Directory.CreateDirectory(directory);
        try
        {
            // Advisory on Unix, and let go by the system when the process dies, however it dies.
            var held = new FileStream(
                System.IO.Path.Combine(directory, ".lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            return new ArtifactFolder(directory, directory, held);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new InputException($"Another run is at work on the image '{image}' ({directory}); wait for it to end, then run again.");
        }
    }

    /// <summary>The folder of one of several platforms, within this one and held with it: <c>platforms/linux-arm64</c>. Made when it is written to.</summary>
    /// <param name="platform">The platform.</param>
    public ArtifactFolder ForPlatform(string platform) =>
        new(System.IO.Path.Combine(PlatformsDirectory, platform.Replace('/', '-')), WholePath, held: null);

    /// <summary>Takes away the folders of all platforms: what an earlier run left there is not about the image to come.</summary>
    public void RemovePlatforms()
    {
        if (Directory.Exists(PlatformsDirectory))
            Directory.Delete(PlatformsDirectory, recursive: true);
    }

    /// <summary>The report of one of several platforms as the image's own names it: relative to the folder that all of them lie in.</summary>
    public string PlatformReportName => $"platforms/{System.IO.Path.GetFileName(Path)}/{JsonReport.FileName}";

    private string PlatformsDirectory => System.IO.Path.Combine(Path, "platforms");

    /// <summary>Whether an earlier run left a report.</summary>
    public bool HasReport => File.Exists(ReportFile);

    /// <summary>Keeps what buildx wrote about a production build for a later target.</summary>
    /// <param name="text">The text of the metadata file.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task WriteProductionMetadataAsync(string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(ProductionMetadataFile, text, cancellationToken);

    /// <summary>Keeps what buildx wrote about a build of the test stage for a later target.</summary>
    /// <param name="text">The text of the metadata file; null when it wrote none.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task WriteTestMetadataAsync(string? text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path);
        File.Delete(TestMetadataFile);
        return text is null ? Task.CompletedTask : File.WriteAllTextAsync(TestMetadataFile, text, cancellationToken);
    }

    /// <summary>Takes away the metadata of earlier builds: their lines are not those of the image to come.</summary>
    public void RemoveMetadata()
    {
        Directory.CreateDirectory(Path);
        File.Delete(ProductionMetadataFile);
        File.Delete(TestMetadataFile);
        File.Delete(SbomFile);
    }

    /// <summary>What tried advice changes in the user's files, as one diff that <c>patch -p1</c> takes in the root folder.</summary>
    public string AdviceFile => System.IO.Path.Combine(Path, "advice.diff");

    /// <summary>Keeps the diff of tried advice.</summary>
    /// <param name="diff">The diff; the file of an earlier run is removed when it is empty.</param>
    public void WriteAdvice(string diff)
    {
        if (diff.Length == 0)
            File.Delete(AdviceFile);
        else
            File.WriteAllText(AdviceFile, diff);
    }

    /// <summary>The text of one of the files; null when it is not there.</summary>
    /// <param name="file">The file.</param>
    public static string? ReadText(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>The metadata of the last production build; empty when there was none.</summary>
    public BuildMetadata ReadProductionMetadata()
    {
        try
        {
            return BuildMetadataReader.ReadOrEmpty(ReadText(ProductionMetadataFile));
        }
        catch (IOException)
        {
            return BuildMetadata.Empty;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock?.Dispose();
}
