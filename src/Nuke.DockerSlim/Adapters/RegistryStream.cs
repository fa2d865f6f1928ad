using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The body of a registry's answer. A registry that breaks off or falls silent in the middle of it is told as such.</summary>
/// <param name="answer">The answer; disposed with the stream.</param>
/// <param name="body">Its body.</param>
/// <param name="address">The registry.</param>
internal sealed class RegistryStream(HttpResponseMessage answer, Stream body, RegistryAddress address) : ForwardStream
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override int Read(Span<byte> buffer)
    {
        var piece = new byte[buffer.Length];
        var read = ReadAsync(piece, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        piece.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new EngineException($"The registry {address.Host} broke off in the middle of a layer; run the target again.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineException($"The registry {address.Host} fell silent in the middle of a layer; run the target again.", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            answer.Dispose();
        }
        base.Dispose(disposing);
    }
}
