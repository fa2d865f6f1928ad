using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Remembers what the builder answered about a Dockerfile, for as long as neither that file nor its ignore file nor the question has changed, and at most a
/// day: an answer may also tell of a base image or of the builder's version. A question costs a process, which is more than all else of a warm run.
/// </summary>
/// <param name="folder">Where answers are kept; the folder need not exist.</param>
/// <param name="clock">The time of day.</param>
public sealed class AnswerCache(string folder, TimeProvider clock)
{
    private const string Kind = "answers";
    private const long Most = 8 << 20;
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(1);

    private readonly CacheFolder _folder = new(folder, Most);

    /// <summary>The name of a question.</summary>
    /// <param name="question">All that its answer depends on.</param>
    public static string Name(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)));

    /// <summary>The name of a question about an image; null when the files cannot be read, so that the builder has to say so.</summary>
    /// <param name="target">The image.</param>
    /// <param name="arguments">The question's arguments.</param>
    public static string? Name(BuildTarget target, IReadOnlyList<string> arguments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            Append(hash, Encoding.UTF8.GetBytes(string.Join('\0', arguments)));
            Append(hash, File.ReadAllBytes(target.DockerfilePath));
            Append(
                hash,
                ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath) is { } ignore ? File.ReadAllBytes(ignore) : []
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The answer; null when none is known, or it is too old.</summary>
    /// <param name="name">The question's name.</param>
    public string? Find(string name)
    {
        if (_folder.Read(Kind, name) is not { Length: >= sizeof(long) } kept)
            return null;
        var age = clock.GetUtcNow() - new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(kept.Span), TimeSpan.Zero);
        return age >= TimeSpan.Zero && age < Lasting ? Encoding.UTF8.GetString(kept.Span[sizeof(long)..]) : null;
    }

    /// <summary>Remembers an answer.</summary>
    /// <param name="name">The question's name.</param>
    /// <param name="answer">The answer.</param>
    public void Keep(string name, string answer)
    {
        var content = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(answer)];
        BinaryPrimitives.WriteInt64LittleEndian(content, clock.GetUtcNow().UtcTicks);
        Encoding.UTF8.GetBytes(answer, content.AsSpan(sizeof(long)));
        _folder.Write(Kind, name, content);
        _folder.Trim();
    }

    // With its length before it no part can be taken for the end of another.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
