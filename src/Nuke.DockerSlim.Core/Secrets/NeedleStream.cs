namespace Nuke.DockerSlim.Secrets;

/// <summary>Searches bytes that come in pieces: what one piece begins and another ends is found as well.</summary>
/// <param name="index">The needles.</param>
internal sealed class NeedleStream(NeedleIndex index)
{
    private readonly int _kept = Math.Max(0, index.LongestSpan - 1);
    private readonly byte[] _seam = new byte[2 * Math.Max(0, index.LongestSpan - 1)];
    private int _count;

    /// <summary>Forgets what came: what follows is another text.</summary>
    public void Reset() => _count = 0;

    /// <summary>Takes the next piece.</summary>
    /// <param name="piece">The piece, of any length.</param>
    /// <param name="isLast">Whether nothing of this text follows.</param>
    /// <param name="found">Where what is found goes; places are of no meaning, and a match may be told more than once.</param>
    public void Append(ReadOnlySpan<byte> piece, bool isLast, List<NeedleMatch> found)
    {
        var head = piece[..Math.Min(piece.Length, _kept)];
        if (_count > 0)
        {
            head.CopyTo(_seam.AsSpan(_count));
            index.Find(_seam.AsSpan(0, _count + head.Length), found);
        }
        index.Find(piece, found);
        if (isLast)
            _count = 0;
        else
            Keep(piece, head.Length);
    }

    /// <summary>Keeps the end of all that came.</summary>
    private void Keep(ReadOnlySpan<byte> piece, int head)
    {
        if (piece.Length >= _kept)
        {
            piece[^_kept..].CopyTo(_seam);
            _count = _kept;
            return;
        }
        // All of the piece may still lie behind what was kept before it.
        if (_count == 0)
            piece.CopyTo(_seam);
        var all = _count + head;
        _count = Math.Min(all, _kept);
        _seam.AsSpan(all - _count, _count).CopyTo(_seam);
    }
}
