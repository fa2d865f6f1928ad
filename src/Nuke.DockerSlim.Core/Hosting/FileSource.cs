using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The folder or file of a source, and the name of an image inside it.</summary>
/// <param name="Path">The folder or file, absolute.</param>
/// <param name="Name">The image among several; null for the only one.</param>
internal sealed record FileSource(string Path, string? Name)
{
    private const int Buffer = 1 << 17;

    /// <summary>Finds what a source names: the longest part before a colon that exists, for paths and names may both contain colons.</summary>
    /// <param name="source">A source that is a file or a folder, its path absolute.</param>
    /// <exception cref="InputException">There is nothing.</exception>
    public static FileSource Find(ImageSource source)
    {
        var isFolder = source.Transport == ImageTransport.OciFolder;
        var location = source.Location;
        for (var end = location.Length; end > 0; end = location.LastIndexOf(':', end - 1))
            if (isFolder ? Directory.Exists(location[..end]) : File.Exists(location[..end]))
                return new FileSource(location[..end], end == location.Length ? null : location[(end + 1)..]);
        var other = isFolder ? File.Exists(location) : Directory.Exists(location);
        throw new InputException(
            other
                ? $"{location} is a {(isFolder ? "file" : "folder")}, and {source} wants a {(isFolder ? "folder" : "file")}; write {(isFolder ? "oci-archive:" : "oci:")}{location}."
                : $"There is no {(isFolder ? "folder" : "file")} {location}, which {source} names; correct the path, or make the image with docker save, docker buildx build --output type=oci or skopeo copy."
        );
    }

    /// <summary>Opens a file for one pass.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">Where to start.</param>
    public static Stream Open(string path, long offset)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Buffer, FileOptions.SequentialScan);
        file.Position = offset;
        return file;
    }

    /// <summary>The failure for the user.</summary>
    /// <param name="clause">The end of the sentence.</param>
    /// <param name="advice">What to do; null: make it anew.</param>
    public InputException Failure(string clause, string? advice) => new($"{Path} {clause}; {advice ?? "make it anew"}.");

    /// <summary>Reads a small file or part of one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">Where to start.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnusableImageException">It is no document.</exception>
    public static async Task<byte[]> ReadAsync(string path, long offset, long length, CancellationToken cancellationToken)
    {
        if (length > BlobText.LargestDocument)
            throw new UnusableImageException($"holds an index of {new ByteSize(length).Text}, which is none");
        var bytes = new byte[length];
        await using var file = Open(path, offset);
        await file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
