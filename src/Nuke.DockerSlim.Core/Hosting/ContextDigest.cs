using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A digest of the files that a build asks for: paths, kinds, links and contents. Times do not count, as they do not for the builder.</summary>
internal static class ContextDigest
{
    // Reading more would take longer than what is gained by it.
    private const long LargestContext = 1_000_000_000;

    /// <summary>The digest; null where there is too much of it, or a file cannot be read.</summary>
    /// <param name="directory">The context's folder, absolute.</param>
    /// <param name="sent">What the build asks for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Digest? Of(string directory, IReadOnlyList<ContextEntry> sent, CancellationToken cancellationToken)
    {
        if (sent.Sum(x => x.Content.Bytes) > LargestContext)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            foreach (var entry in sent.OrderBy(x => x.Path, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Path}\0{entry.Kind}\0{entry.LinkTarget}\0"));
                if (entry.Kind == ContextEntryKind.File)
                    hash.AppendData(ContentOf(Path.Combine(directory, entry.Path)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        return Digest.Of(hash);
    }

    private static byte[] ContentOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
