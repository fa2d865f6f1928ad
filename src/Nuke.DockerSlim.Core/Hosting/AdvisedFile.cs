using System.Text;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A file of the user's as it was read, to be replaced only if it still is what it was.</summary>
public sealed class AdvisedFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[]? _bytes;
    private readonly bool _hasMark;

    private AdvisedFile(string path, byte[]? bytes, bool hasMark, string? text) =>
        (Path, _bytes, _hasMark, Text) = (path, bytes, hasMark, text);

    /// <summary>The file, absolute; of a link what it leads to.</summary>
    public string Path { get; }

    /// <summary>Its text without a byte order mark; null when there is no file.</summary>
    public string? Text { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, absolute; it need not exist.</param>
    /// <exception cref="InputException">It cannot be read, or is not UTF-8.</exception>
    public static AdvisedFile Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            // A link stays one, and what it leads to is edited.
            var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (!File.Exists(target))
                return new AdvisedFile(target, null, false, null);
            var bytes = File.ReadAllBytes(target);
            var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            return new AdvisedFile(target, bytes, hasMark, Strict.GetString(hasMark ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{path} is not UTF-8, so no advice can be tried on it; save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read ({e.Message}), so no advice can be tried on it; make it readable.");
        }
    }

    /// <summary>Whether the file holds the same bytes as when it was read, or still does not exist.</summary>
    public bool IsUnchanged =>
        File.Exists(Path) ? _bytes is not null && File.ReadAllBytes(Path).AsSpan().SequenceEqual(_bytes) : _bytes is null;

    /// <summary>Writes another text in one piece: whoever reads the file meanwhile sees the old one or the new one, never a half.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It cannot be written; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void Replace(string text) => Write([.. _hasMark ? Encoding.UTF8.Preamble : default, .. Strict.GetBytes(text)]);

    /// <summary>Writes back what was read.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void Restore()
    {
        if (_bytes is null)
            File.Delete(Path);
        else
            Write(_bytes);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        var part = $"{Path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(part, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(Path))
                File.SetUnixFileMode(part, File.GetUnixFileMode(Path));
            File.Move(part, Path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
