using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A file of a copied build context that is edited again and again.</summary>
public sealed class EditedFile
{
    private readonly string _file;
    private readonly long _length;

    internal EditedFile(string file, string path)
    {
        (_file, Path) = (file, path);
        _length = new FileInfo(file).Length;
    }

    /// <summary>The file, relative to the context.</summary>
    public string Path { get; }

    /// <summary>
    /// Whether a file is text: without a zero byte in its first 8,000 bytes, which is where git looks for one. An empty file is neither.
    /// </summary>
    /// <param name="file">The file, absolute.</param>
    public static bool IsText(string file)
    {
        var head = new byte[8_000];
        using var content = File.OpenRead(file);
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read > 0 && !head.AsSpan(0, read).Contains((byte)0);
    }

    /// <summary>Appends what changes nothing of the file's meaning, in place of what was appended before, and never the same twice.</summary>
    public void Apply() => Append(EditNote.For(Path, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)))));

    /// <summary>Takes back what was appended.</summary>
    public void Undo() => Append("");

    private void Append(string text)
    {
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(_file);
        // A file that may only be read is edited all the same: the copy is ours. Its mode is part of what the builder caches by.
        var isLocked = !OperatingSystem.IsWindows() && !mode.HasFlag(UnixFileMode.UserWrite);
        if (isLocked && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file, mode | UnixFileMode.UserWrite);
        using (var file = new FileStream(_file, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(_length);
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.ASCII.GetBytes(text));
        }
        if (isLocked && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file, mode);
    }
}
