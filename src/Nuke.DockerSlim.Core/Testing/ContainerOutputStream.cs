using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Testing;

/// <summary>
/// What a container writes, while a text is looked for in its lines: the end is kept and nothing else, however much it writes and however long its
/// lines are. Written to by one at a time.
/// </summary>
/// <param name="wanted">The text; null for none.</param>
public sealed class ContainerOutputStream(string? wanted) : Stream
{
    private const int Kept = 16 * 1024;

    // A longer line is looked through in pieces that overlap by the length of the text.
    private const int LongestLine = 64 * 1024;

    private readonly byte[] _wanted = Encoding.UTF8.GetBytes(wanted ?? "");
    private readonly OutputTail _tail = new(Kept);
    private readonly List<byte> _line = [];
    private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the text has been written.</summary>
    public Task Found => _found.Task;

    /// <summary>The last lines, without what a terminal would obey; of one that is being written, what there is.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_tail)
                return BuildFailureReader.LastLines(_tail.ToText());
        }
    }

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_tail)
            _tail.Append(buffer);
        if (_wanted.Length > 0 && !_found.Task.IsCompleted)
            Search(buffer);
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override void Flush() { }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Search(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var end = buffer.IndexOf((byte)'\n');
            var piece = end < 0 ? buffer : buffer[..end];
            _line.AddRange(piece);
            if (System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_line).IndexOf(_wanted) >= 0)
            {
                _found.TrySetResult();
                return;
            }
            if (end >= 0)
                _line.Clear();
            else if (_line.Count > LongestLine)
                _line.RemoveRange(0, _line.Count - _wanted.Length);
            buffer = end < 0 ? [] : buffer[(end + 1)..];
        }
    }
}
