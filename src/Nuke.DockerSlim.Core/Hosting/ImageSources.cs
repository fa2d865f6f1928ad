using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Weighs images wherever they lie. The same image comes to the same unpacked bytes, layer by layer, everywhere.</summary>
/// <param name="store">The engine's images.</param>
/// <param name="registry">Registries.</param>
/// <param name="cache">What is known of layers already; layers read are added.</param>
public sealed class ImageSources(IImageStore store, IImageRegistry registry, LayerCache cache)
{
    /// <summary>Weighs an image.</summary>
    /// <param name="source">Where it lies; a path is absolute.</param>
    /// <param name="platform">Its platform; null when there is only one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The engine or the registry has no such image, or is gone.</exception>
    /// <exception cref="InputException">A folder or file is missing, or is no image.</exception>
    public async Task<MeasuredImage> MeasureAsync(ImageSource source, Platform? platform, CancellationToken cancellationToken)
    {
        try
        {
            switch (source.Transport)
            {
                case ImageTransport.DockerDaemon:
                    return await new EngineImages(store, cache)
                        .MeasureAsync(source.Location, platform, cancellationToken)
                        .ConfigureAwait(false);
                case ImageTransport.Registry:
                    var blobs = new RegistryBlobs(registry, ImageReference.Parse(source.Location));
                    return await new ImageScale(blobs, cache).WeighAsync(platform, name: null, cancellationToken).ConfigureAwait(false);
                default:
                    var place = FileSource.Find(source);
                    var files =
                        source.Transport == ImageTransport.OciFolder
                            ? new OciFolder(place)
                            : await OpenAsync(place, cancellationToken).ConfigureAwait(false);
                    return await new ImageScale(files, cache).WeighAsync(platform, place.Name, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (source.Transport is not ImageTransport.DockerDaemon && e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{source} cannot be read: {e.Message}");
        }
    }

    // What docker save writes is both since engine 25: the OCI layout says more.
    private static async Task<IBlobStore> OpenAsync(FileSource place, CancellationToken cancellationToken)
    {
        try
        {
            var tar = await TarContents.IndexAsync(place.Path, cancellationToken).ConfigureAwait(false);
            return tar.Contains("manifest.json") && !tar.Contains("index.json")
                ? new DockerArchive(place, tar)
                : new OciArchive(place, tar);
        }
        catch (UnusableImageException e)
        {
            throw place.Failure(e.Message, e.Advice);
        }
    }
}
