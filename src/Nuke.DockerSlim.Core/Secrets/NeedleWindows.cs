namespace Nuke.DockerSlim.Secrets;

/// <summary>
/// The short pieces of a needle of which one at least is in the text whole wherever the needle is, so that looking for them finds it. Where line breaks may
/// stand anywhere, two pieces beside each other do: lines are longer than both. Of a needle too short for two, there are pieces with the break in them.
/// </summary>
internal static class NeedleWindows
{
    private static readonly byte[][] Breaks = ["\n"u8.ToArray(), "\r\n"u8.ToArray()];

    /// <summary>A piece.</summary>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="Start">Where it begins in the needle.</param>
    /// <param name="Break">Where it has a line break; its length when it has none.</param>
    /// <param name="BreakLength">Bytes of that.</param>
    internal sealed record Window(byte[] Bytes, int Start, int Break, int BreakLength)
    {
        /// <summary>The place in the text and in the needle that belong together, for a place in the window.</summary>
        /// <param name="at">Bytes from the window's begin.</param>
        public (int InText, int InNeedle) Anchor(int at) =>
            at < Break ? (0, Start + at)
            : at < Break + BreakLength ? (Break + BreakLength - at, Start + Break)
            : (0, Start + at - BreakLength);
    }

    /// <summary>The pieces.</summary>
    /// <param name="needle">The needle.</param>
    /// <param name="length">Bytes of each.</param>
    public static IEnumerable<Window> Of(Needle needle, int length)
    {
        var text = needle.Bytes;
        // The end of a token tells it apart better than the begin, which many share.
        yield return Plain(text, text.Length - length, length);
        if (!needle.Wraps)
            yield break;
        var second = Math.Max(0, text.Length - (2 * length));
        if (second + length < text.Length)
            yield return Plain(text, second, length);
        for (var at = Math.Max(1, text.Length - length + 1); at < Math.Min(second + length, text.Length); at++)
            foreach (var lineBreak in Breaks)
                yield return new Window([.. ((byte[])[.. text[..at], .. lineBreak, .. text[at..]]).Take(length)], 0, at, lineBreak.Length);
    }

    private static Window Plain(byte[] text, int start, int length) => new(text[start..(start + length)], start, length, 0);
}
