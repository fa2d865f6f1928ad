using System.IO.Pipelines;

namespace CliWrap.Internal;

/// <summary>Hands every byte to several targets at once, at the pace of the slowest.</summary>
internal sealed class MergedTarget : PipeTarget
{
    private readonly IReadOnlyList<PipeTarget> _targets;

    private MergedTarget(IReadOnlyList<PipeTarget> targets) => _targets = targets;

    public static PipeTarget Of(IEnumerable<PipeTarget> targets)
    {
        var effective = targets
            .SelectMany(target => target is MergedTarget merged ? merged._targets : [target])
            .Where(target => !ReferenceEquals(target, Null))
            .ToArray();
        return effective switch
        {
            [] => Null,
            [var only] => only,
            _ => new MergedTarget(effective),
        };
    }

    public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
    {
        // The failure of one target ends the copying, or the others would wait for bytes that nobody sends.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipes = _targets.Select(_ => new Pipe()).ToArray();
        var reading = _targets.Select((target, i) => ReadAsync(target, pipes[i].Reader, stop)).ToArray();
        var writing = WriteAsync(origin, pipes, stop.Token);

        var all = Task.WhenAll([.. reading, writing]);
        try
        {
            await all.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (reading.FirstOrDefault(task => task.IsFaulted) is { } failed)
        {
            await failed.ConfigureAwait(false);
        }
    }

    private static async Task ReadAsync(PipeTarget target, PipeReader reader, CancellationTokenSource stop)
    {
        try
        {
            await target.CopyFromAsync(reader.AsStream(leaveOpen: true), stop.Token).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task WriteAsync(Stream origin, Pipe[] pipes, CancellationToken cancellationToken)
    {
        try
        {
            int count;
            var buffer = new byte[16384];
            while ((count = await origin.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                foreach (var pipe in pipes)
                    await pipe.Writer.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var pipe in pipes)
                await pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }
}
