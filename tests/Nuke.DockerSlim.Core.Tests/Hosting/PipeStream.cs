using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>A stream as an engine gives it: no seeking, no length, a few bytes at a time.</summary>
internal sealed class PipeStream(Stream content) : ForwardStream
{
    private const int Most = 7_919;

    public override int Read(Span<byte> buffer) => content.Read(buffer[..Math.Min(buffer.Length, Most)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        content.ReadAsync(buffer[..Math.Min(buffer.Length, Most)], cancellationToken);
}
