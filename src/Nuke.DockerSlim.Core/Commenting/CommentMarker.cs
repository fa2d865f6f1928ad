using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Commenting;

/// <summary>
/// The hidden first line by which a comment is found again: <c>&lt;!-- nuke-dockerslim:NAME --&gt;</c>. One comment belongs to one image set, and
/// the name is that of the set.
/// </summary>
/// <remarks>
/// The name is written in ASCII letters, digits and <c>. _ / + -</c>; every other byte of its UTF-8 form is written as <c>%XX</c>, and so is a <c>-</c>
/// that follows another one, because <c>--</c> may not stand in a comment of HTML.
/// </remarks>
public sealed record CommentMarker
{
    private const string Start = "<!-- nuke-dockerslim:";
    private const string End = " -->";
    private const string Unwritten = "images";

    // A name is for people to recognise; beyond this the hash tells names apart.
    private const int LongestName = 200;

    /// <summary>A marker for a set of images.</summary>
    /// <param name="name">The set's name; an empty one is written as <c>images</c>, one of more than 200 characters is cut and ends in a hash.</param>
    public CommentMarker(string name)
    {
        Name = Shortened(name.Trim().Length == 0 ? Unwritten : name.Trim());
        Line = $"{Start}{Written(Name)}{End}";
    }

    /// <summary>The name of the set.</summary>
    public string Name { get; }

    /// <summary>The line, without a line end.</summary>
    public string Line { get; }

    /// <summary>The marker of the set that has these images and no others; their order and repetitions don't matter.</summary>
    /// <param name="names">The images' names.</param>
    public static CommentMarker Of(IEnumerable<string> names) => new(string.Join('+', names.Distinct().Order(StringComparer.Ordinal)));

    /// <summary>Whether a comment is this set's: its first line is the marker, by itself.</summary>
    /// <param name="body">The comment's text as it was stored; null is no comment of anybody.</param>
    public bool Opens(string? body) => TryRead(body, out var marker) && marker == this;

    /// <summary>Reads the marker of a comment.</summary>
    /// <param name="body">The comment's text as it was stored; a browser leaves lines that end in CR LF.</param>
    /// <param name="marker">The marker, or null.</param>
    public static bool TryRead(string? body, [NotNullWhen(true)] out CommentMarker? marker)
    {
        marker = null;
        var line = body.AsSpan();
        if (line.IndexOf('\n') is >= 0 and var end)
            line = line[..end];
        line = line.TrimEnd();
        if (!line.StartsWith(Start, StringComparison.Ordinal) || !line.EndsWith(End, StringComparison.Ordinal))
            return false;
        if (line.Length <= Start.Length + End.Length || Read(line[Start.Length..^End.Length]) is not { } name)
            return false;
        var read = new CommentMarker(name);
        // What is written otherwise than we write it is somebody else's.
        if (!line.SequenceEqual(read.Line))
            return false;
        marker = read;
        return true;
    }

    private static string Shortened(string name)
    {
        if (name.Length <= LongestName)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        var head = LongestName - hash.Length - 1;
        return $"{ShortText.Head(name, head)}-{hash}";
    }

    private static string Written(string name)
    {
        var written = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            var letter = (char)value;
            var isPlain = char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '/' or '+';
            if (isPlain || (letter == '-' && !EndsInDash(written)))
                written.Append(letter);
            else
                written.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }
        return written.ToString();
    }

    private static bool EndsInDash(StringBuilder text) => text.Length > 0 && text[^1] == '-';

    private static string? Read(ReadOnlySpan<char> written)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '%')
            {
                if (!char.IsAscii(written[i]))
                    return null;
                bytes.Add((byte)written[i]);
                continue;
            }
            if (i + 2 >= written.Length || !byte.TryParse(written.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var value))
                return null;
            bytes.Add(value);
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
