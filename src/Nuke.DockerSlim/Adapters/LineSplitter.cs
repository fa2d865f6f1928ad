using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Cuts what is written to it into lines, passes them on, and keeps the last ones.</summary>
/// <param name="output">Told each line.</param>
internal sealed class LineSplitter(IProgress<string> output) : MemoryStream
{
    private const int Kept = 64 * 1024;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _all = new();
    private readonly StringBuilder _line = new();

    /// <summary>The last lines written.</summary>
    public IReadOnlyList<string> LastLines => BuildFailureReader.LastLines(_all.ToString());

    /// <summary>Passes on a last line that had no end.</summary>
    public void Complete()
    {
        if (_line.Length > 0)
            Flush('\n');
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var characters = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var count = _decoder.GetChars(buffer, characters, flush: false);
        foreach (var character in characters.AsSpan(0, count))
            Flush(character);
        if (_all.Length > Kept * 2)
            _all.Remove(0, _all.Length - Kept);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    private void Flush(char character)
    {
        _all.Append(character);
        // A line without an end is told in pieces.
        if (character != '\n' && _line.Length < Kept)
        {
            _line.Append(character);
            return;
        }
        output.Report(_line.ToString().TrimEnd('\r'));
        _line.Clear();
    }
}
