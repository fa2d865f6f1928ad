using System.Text;

namespace Nuke.DockerSlim.Building;

/// <summary>The end of what a step writes. Bytes become text only when somebody asks for it: most of a chatty step's output is never looked at.</summary>
/// <param name="most">Bytes that are kept at least, once there are as many.</param>
internal sealed class OutputTail(int most)
{
    private const int First = 1024;
    private byte[] _bytes = [];
    private int _count;
    private bool _isCut;

    /// <summary>Takes in more output.</summary>
    /// <param name="data">The bytes as they were written.</param>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (data.Length > most)
        {
            data = data[^most..];
            (_count, _isCut) = (0, true);
        }
        if (_count + data.Length > _bytes.Length)
            MakeRoom(data.Length);
        data.CopyTo(_bytes.AsSpan(_count));
        _count += data.Length;
    }

    /// <summary>The last bytes as UTF-8, from the first whole character on; invalid bytes are replaced.</summary>
    public string ToText()
    {
        var text = _bytes.AsSpan(Math.Max(0, _count - most), Math.Min(_count, most));
        // Where the beginning was cut off, the rest of a character may stand first: at most three bytes.
        if (_isCut || _count > most)
            for (var i = 0; i < 3 && !text.IsEmpty && (text[0] & 0xC0) == 0x80; i++)
                text = text[1..];
        return Encoding.UTF8.GetString(text);
    }

    private void MakeRoom(int needed)
    {
        if (_count > most)
        {
            _bytes.AsSpan(_count - most, most).CopyTo(_bytes);
            (_count, _isCut) = (most, true);
        }
        if (_count + needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(2L * most, Math.Max(Math.Max(First, 2L * _bytes.Length), _count + needed)));
    }
}
