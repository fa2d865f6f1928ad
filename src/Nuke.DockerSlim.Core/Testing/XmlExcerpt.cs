using System.Text;
using System.Xml;

namespace Nuke.DockerSlim.Testing;

/// <summary>Reads the beginning of texts: a test may have printed megabytes.</summary>
internal static class XmlExcerpt
{
    // Escape sequences and white space at the start are taken away later.
    private const int Kept = TestResults.LongestMessage * 2;

    /// <summary>Adds the text where the reader stands, as far as there is room; the reader then stands behind what it read.</summary>
    /// <param name="xml">The reader, at a text node.</param>
    /// <param name="text">Where to.</param>
    public static void Append(XmlReader xml, StringBuilder text)
    {
        var buffer = new char[Math.Max(0, Kept - text.Length)];
        if (buffer.Length == 0)
            return;
        var read = 0;
        while (read < buffer.Length && xml.ReadValueChunk(buffer, read, buffer.Length - read) is > 0 and var count)
            read += count;
        text.Append(buffer, 0, read);
    }

    /// <summary>Whether the reader stands at text.</summary>
    /// <param name="xml">The reader.</param>
    public static bool IsText(XmlReader xml) => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;
}
