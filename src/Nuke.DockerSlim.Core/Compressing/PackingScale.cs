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
    private const long LargestWhole = 24 << 20;
    private const int GZipSamples = 500;
    private const int LooksPerSample = 8;

    private const int GZipPart = 1 << 13;
    private const int ZstandardSamples = 100;
    private const int ZstandardPart = 1 << 16;
    private const int WholePart = 1 << 20;

    private static readonly ConcurrentBag<ZstandardScale> Scales = [];
    private static readonly ConcurrentBag<QuickLook> Looks = [];

    private readonly bool _isWhole = length <= LargestWhole;
    private readonly List<Sample> _gzipSamples = [];
    private readonly List<Sample> _looked = [];
    private readonly List<Sample> _zstandardSamples = [];
    private readonly List<Task> _running = [];
    private readonly SemaphoreSlim _room = new(workers);
    private readonly SampleCells? _gzip =
        gzipLength is not null ? null
        : length <= LargestWhole ? Whole(GZipScale.Reach, length)
        : new SampleCells(GZipScale.Reach, GZipPart, length / GZipSamples);
    private readonly SampleCells? _look =
        gzipLength is not null || length <= LargestWhole ? null : new SampleCells(0, GZipPart, length / (GZipSamples * LooksPerSample));
    private readonly SampleCells _zstandard =
        length <= LargestWhole
            ? Whole(WholePart, length)
            : new SampleCells(
                ZstandardScale.Reach,
                ZstandardPart,
                Math.Max(length / ZstandardSamples, ZstandardScale.Reach + ZstandardPart)
            );
    private readonly SampledWeight _sampled = new();
    private long _bytes;
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
        _look?.Append(bytes.Span, _looked);
        _zstandard.Append(bytes.Span, _zstandardSamples);
        await StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the layer comes to.</summary>
    public async Task<PackedWeights> FinishAsync()
    {
        _gzip?.Finish(_gzipSamples);
        _look?.Finish(_looked);
        _zstandard.Finish(_zstandardSamples);
        await StartAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        long? gzip =
            _gzip is null ? null
            : _isWhole ? GZipScale.Frame + _gzipPacked
            : GZipScale.Frame + (long)(_bytes * (_sampled.Mean() / GZipPart));
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
        await StartAsync(_gzipSamples, WeighGZip, cancellationToken).ConfigureAwait(false);
        await StartAsync(_looked, Look, cancellationToken).ConfigureAwait(false);
        await StartAsync(_zstandardSamples, WeighZstandard, cancellationToken).ConfigureAwait(false);
        _running.RemoveAll(x => x.IsCompletedSuccessfully);
    }

    private async ValueTask StartAsync(List<Sample> samples, Action<Sample> weigh, CancellationToken cancellationToken)
    {
        foreach (var sample in samples)
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
        samples.Clear();
    }

    private void WeighGZip(Sample sample)
    {
        var weight = GZipScale.Weigh(sample.Before, sample.Part);
        if (_isWhole)
            Interlocked.Add(ref _gzipPacked, weight);
        else if (sample.Part.Length == GZipPart)
            _sampled.Add(QuickBits(sample.Part), weight);
    }

    private void Look(Sample sample)
    {
        if (sample.Part.Length == GZipPart)
            _sampled.AddSeen(QuickBits(sample.Part), 1);
    }

    private static long QuickBits(ReadOnlySpan<byte> part)
    {
        var look = Looks.TryTake(out var free) ? free : new QuickLook();
        var bits = look.Bits(part);
        Looks.Add(look);
        return bits;
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
