using System.Buffers;
using System.Collections.Concurrent;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// Finds out what a layer comes to under gzip and zstd while it streams by: small layers by all of their content, large ones by samples (docs/measuring.md has the
/// method and its errors). The samples are weighed beside the stream.
/// </summary>
/// <param name="length">Bytes of the unpacked layer, or about as many.</param>
/// <param name="gzipLength">Bytes of the layer under gzip where it is; null: to be found out.</param>
/// <param name="workers">How many samples may be weighed at once.</param>
internal sealed class PackingScale(long length, long? gzipLength, int workers) : IAsyncDisposable
{
    // Up to here the samples would be nearly as many bytes as the layer.
    private const long LargestWhole = 96 << 20;
    private const int GZipSamples = 1_600;

    // Small parts fit their codes to themselves and come to less than as parts of the whole: by at least 0.4 % in the layers it was measured with.
    private const double LossOfWhole = 1.004;
    private const int GZipPart = 1 << 13;
    private const int ZstandardSamples = 40;
    private const int ZstandardPart = 1 << 18;
    private const int WholePart = 1 << 20;

    private static readonly ConcurrentBag<ZstandardScale> Scales = [];

    private readonly bool _isWhole = length <= LargestWhole;
    private readonly List<Sample> _gzipSamples = [];
    private readonly List<Sample> _zstandardSamples = [];
    private readonly List<Task> _running = [];
    private readonly SemaphoreSlim _room = new(workers);
    private readonly SampleCells? _gzip =
        gzipLength is not null ? null
        : length <= LargestWhole ? Whole(GZipScale.Reach, length)
        : new SampleCells(GZipScale.Reach, GZipPart, Math.Max(length / GZipSamples, GZipScale.Reach + GZipPart));
    private readonly SampleCells _zstandard =
        length <= LargestWhole ? Whole(WholePart, length) : new SampleCells(ZstandardScale.Reach, ZstandardPart, length / ZstandardSamples);
    private long _bytes;
    private long _gzipParts;
    private long _gzipPacked;
    private long _zstandardPacked;
    private long _zstandardUnderGZip;

    /// <summary>Takes the next piece of the layer.</summary>
    /// <param name="bytes">The piece.</param>
    /// <param name="cancellationToken">Ends the wait for samples that are being weighed.</param>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _bytes += bytes.Length;
        _gzip?.Append(bytes.Span, _gzipSamples);
        _zstandard.Append(bytes.Span, _zstandardSamples);
        await StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the layer comes to.</summary>
    public async Task<PackedWeights> FinishAsync()
    {
        _gzip?.Finish(_gzipSamples);
        _zstandard.Finish(_zstandardSamples);
        await StartAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        long? gzip = _gzip is null ? null : GZipScale.Frame + (long)(Part(_gzipPacked, _bytes, _gzipParts) * (_isWhole ? 1 : LossOfWhole));
        return new PackedWeights(gzip, _isWhole ? _zstandardPacked : Part(gzipLength ?? gzip ?? 0, _zstandardPacked, _zstandardUnderGZip));
    }

    /// <summary>Waits for what is being weighed, whatever comes of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _room.Dispose();
    }

    private static SampleCells Whole(int reach, long length)
    {
        var part = (int)Math.Clamp(length, 1, WholePart);
        return new SampleCells(Math.Min(reach, part), part, part);
    }

    private static long Part(long whole, long part, long of) => of == 0 ? 0 : (long)(whole * ((double)part / of));

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        foreach (var sample in _gzipSamples)
            await StartAsync(sample, WeighGZip, cancellationToken).ConfigureAwait(false);
        foreach (var sample in _zstandardSamples)
            await StartAsync(sample, WeighZstandard, cancellationToken).ConfigureAwait(false);
        _gzipSamples.Clear();
        _zstandardSamples.Clear();
        _running.RemoveAll(x => x.IsCompletedSuccessfully);
    }

    private async ValueTask StartAsync(Sample sample, Action<Sample> weigh, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        _running.Add(
            Task.Run(
                () =>
                {
                    try
                    {
                        weigh(sample);
                    }
                    finally
                    {
                        ArrayPool<byte>.Shared.Return(sample.Buffer);
                        _room.Release();
                    }
                },
                CancellationToken.None
            )
        );
    }

    private void WeighGZip(Sample sample)
    {
        Interlocked.Add(ref _gzipPacked, GZipScale.Weigh(sample.Before, sample.Part));
        Interlocked.Add(ref _gzipParts, sample.Part.Length);
    }

    private void WeighZstandard(Sample sample)
    {
        var scale = Scales.TryTake(out var free) ? free : new ZstandardScale();
        Interlocked.Add(ref _zstandardPacked, scale.Weigh(sample.Whole, sample.Start));
        Scales.Add(scale);
        // How both compare varies far less from part to part than how well the parts compress.
        if (!_isWhole)
            Interlocked.Add(
                ref _zstandardUnderGZip,
                GZipScale.Weigh(sample.Before[^Math.Min(GZipScale.Reach, sample.Start)..], sample.Part)
            );
    }
}
