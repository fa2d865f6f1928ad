using System.Buffers;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// Takes samples out of a layer as it streams by: one in each cell, at a place that differs from cell to cell and is the same in every run. Where a cell is no larger
/// than a part, the parts are the whole layer.
/// </summary>
/// <param name="before">Bytes wanted before a part.</param>
/// <param name="part">Bytes of a part.</param>
/// <param name="cell">Bytes of a cell.</param>
internal sealed class SampleCells(int before, int part, long cell)
{
    private readonly bool _isWhole = cell <= part;
    private byte[]? _buffer;
    private int _filled;
    private int _start;
    private long _position;
    private long _index;

    /// <summary>Takes the next piece of the layer.</summary>
    /// <param name="bytes">The piece.</param>
    /// <param name="samples">Takes the samples that it completes; their buffers are the taker's to return.</param>
    public void Append(ReadOnlySpan<byte> bytes, ICollection<Sample> samples)
    {
        while (!bytes.IsEmpty)
        {
            var taken = _buffer is null ? Pass(bytes.Length) : Fill(bytes, samples);
            _position += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>The layer is at its end: the part that it broke off is a sample, too.</summary>
    public void Finish(ICollection<Sample> samples)
    {
        if (_buffer is not null && _filled > _start)
            samples.Add(new Sample(_buffer, _start, _filled));
        else if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
    }

    private int Pass(int available)
    {
        var begin = _isWhole ? 0 : _index * cell + Shift();
        if (_position < begin)
            return (int)Math.Min(available, begin - _position);
        (_buffer, _filled, _start) = (ArrayPool<byte>.Shared.Rent(before + part), 0, _isWhole ? 0 : before);
        return 0;
    }

    private int Fill(ReadOnlySpan<byte> bytes, ICollection<Sample> samples)
    {
        var taken = Math.Min(bytes.Length, _start + part - _filled);
        bytes[..taken].CopyTo(_buffer.AsSpan(_filled));
        _filled += taken;
        if (_filled < _start + part)
            return taken;
        var sample = new Sample(_buffer!, _start, _filled);
        _buffer = null;
        _index++;
        if (_isWhole)
            Continue(sample);
        samples.Add(sample);
        return taken;
    }

    /// <summary>The next part follows at once: what precedes it is the end of this one.</summary>
    private void Continue(Sample sample)
    {
        var kept = Math.Min(before, sample.Length);
        _buffer = ArrayPool<byte>.Shared.Rent(before + part);
        sample.Buffer.AsSpan(sample.Length - kept, kept).CopyTo(_buffer);
        (_filled, _start) = (kept, kept);
    }

    // Where in its cell a sample begins: multiples of the golden ratio lie evenly and fall in with no pattern of the content.
    private long Shift() => (long)((ulong)_index * 0x9E3779B97F4A7C15 >> 32) * (cell - before - part) >> 32;
}
