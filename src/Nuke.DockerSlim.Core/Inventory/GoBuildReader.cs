using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Finds what Go's linker wrote about the modules of a program (debug/buildinfo): a text between two marks of 16 bytes, in every version of the format; since Go
/// 1.18 the version of Go stands right before it. Searched for as the file streams by.
/// </summary>
internal sealed class GoBuildReader
{
    private const int LargestText = 1 << 20;
    private const int Seam = 96;

    // cmd/go, modload: infoStart and infoEnd.
    private static readonly byte[] Start = Convert.FromHexString("3077af0c9274080241e1c107e6d618e6");
    private static readonly byte[] End = Convert.FromHexString("f932433186182072008242104116d8f2");

    private byte[] _text = [];
    private int _length;
    private byte[] _last = [];
    private bool _isInText;
    private string _version = "";
    private string? _found;

    /// <summary>Takes the next piece of the file.</summary>
    /// <param name="piece">The piece.</param>
    public void Append(ReadOnlySpan<byte> piece)
    {
        // Programs of Go before 1.18 have the text once and no version before it; later ones may have it twice.
        if (_found is not null && _version.Length > 0)
            return;
        var at = _isInText ? 0 : StartInSeam(piece);
        while (at < piece.Length)
        {
            if (_isInText)
                at += Take(piece[at..]);
            else if (piece[at..].IndexOf(Start) is >= 0 and var found)
            {
                Open(Before(piece, at + found));
                at += found + Start.Length;
            }
            else
                break;
        }
        _last = Before(piece, piece.Length).ToArray();
    }

    /// <summary>The modules; none of a program that is not Go's.</summary>
    public IEnumerable<FoundPackage> Packages()
    {
        if (_found is null)
            yield break;
        if (_version.Length > 0)
            yield return new FoundPackage(PackageKind.Go, "stdlib", _version);
        var modules = new List<FoundPackage>();
        foreach (var line in _found.Split('\n'))
        {
            var parts = line.Split('\t');
            if (parts.Length < 3)
                continue;
            // A replacement stands on the line behind what it replaces.
            if (parts[0] == "=>" && modules.Count > 0)
                modules.RemoveAt(modules.Count - 1);
            // What is built from a work tree has no version, and is the image's own program.
            if (parts[0] is "mod" or "dep" or "=>")
                modules.Add(new FoundPackage(PackageKind.Go, parts[1], parts[2] == "(devel)" ? "" : parts[2]));
        }
        foreach (var module in modules.Where(x => x.Version.Length > 0))
            yield return module;
    }

    /// <summary>Looks for a mark that begins in the piece before.</summary>
    /// <returns>Where the search goes on in this one.</returns>
    private int StartInSeam(ReadOnlySpan<byte> piece)
    {
        var first = Math.Max(0, _last.Length - Start.Length + 1);
        byte[] seam = [.. _last.AsSpan(first), .. piece[..Math.Min(piece.Length, Start.Length - 1)]];
        if (seam.AsSpan().IndexOf(Start) is not (>= 0 and var found))
            return 0;
        Open(_last.AsSpan(0, first + found));
        return first + found + Start.Length - _last.Length;
    }

    /// <summary>The last bytes before a place in a piece, of the pieces before it where it lies at the beginning.</summary>
    private ReadOnlySpan<byte> Before(ReadOnlySpan<byte> piece, int place)
    {
        if (place >= Seam)
            return piece[(place - Seam)..place];
        byte[] both = [.. _last, .. piece[..place]];
        return both.AsSpan(Math.Max(0, both.Length - Seam));
    }

    private void Open(ReadOnlySpan<byte> before)
    {
        if (VersionIn(before) is { Length: > 0 } version)
            _version = version;
        // The second time only the version was missing.
        _isInText = _found is null;
        _length = 0;
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        var before = _length;
        var from = Math.Max(0, before - End.Length);
        var taken = bytes[..Math.Min(bytes.Length, LargestText - before)];
        if (_text.Length < before + taken.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, before + taken.Length));
        taken.CopyTo(_text.AsSpan(before));
        _length += taken.Length;
        var end = _text.AsSpan(from, _length - from).IndexOf(End);
        if (end < 0 && _length < LargestText)
            return taken.Length;
        _isInText = false;
        var text = end < 0 ? default : _text.AsSpan(0, from + end);
        if (text.StartsWith("path\t"u8) || text.StartsWith("mod\t"u8))
            _found = Encoding.UTF8.GetString(text);
        else
            _version = "";
        return end < 0 ? taken.Length : from + end + End.Length - before;
    }

    // Between it and the mark is the length of the text behind, one to five bytes.
    private static string VersionIn(ReadOnlySpan<byte> before)
    {
        before = before[^Math.Min(before.Length, 64)..];
        var start = before.LastIndexOf("go1."u8);
        if (start < 0)
            return "";
        var version = before[(start + 2)..];
        var end = version.IndexOfAnyExcept("0123456789abcdefghijklmnopqrstuvwxyz.-"u8);
        return end >= 0 && version.Length - end is >= 1 and <= 5 ? Encoding.ASCII.GetString(version[..end]) : "";
    }
}
