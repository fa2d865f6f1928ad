using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Docker.DotNet.Operations;

/// <summary>The part of a stream of JSON objects that has arrived and is not yet taken.</summary>
internal sealed class MessageBuffer(Stream stream)
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    private ReadOnlySpan<byte> Arrived => _bytes.AsSpan(_start.._end);

    /// <summary>Takes the next message if it has arrived as a whole; throws when what has arrived can be none.</summary>
    public bool TryTake<T>(JsonTypeInfo<T> type, out T message)
    {
        message = default;
        var reader = new Utf8JsonReader(Arrived, _ended, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true }));
        if (!reader.Read() || !reader.TrySkip())
        {
            return false;
        }

        var length = (int)reader.BytesConsumed;
        message = JsonSerializer.Deserialize(Arrived[..length], type);
        _start += length;
        return true;
    }

    /// <summary>False when the stream had ended before. At its end it is true once more, for what is left over to be judged.</summary>
    public async Task<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return false;
        }

        MakeRoom();
        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _ended = read == 0;
        return !_ended || _start < _end;
    }

    private void MakeRoom()
    {
        var left = Arrived.Length;
        var target = left < _bytes.Length ? _bytes : new byte[_bytes.Length * 2];
        Arrived.CopyTo(target);
        (_bytes, _start, _end) = (target, 0, left);
    }
}
