using CliWrap.Exceptions;

namespace CliWrap.Internal;

/// <summary>Pumps the three pipes of a started process until it is over, and turns its end into a result or an exception.</summary>
internal sealed class CommandExecution(
    Command command,
    RunningProcess process,
    CancellationToken forcefulToken,
    CancellationToken gracefulToken
)
{
    private static readonly TimeSpan s_deathLimit = TimeSpan.FromSeconds(3);

    public async Task<CommandResult> CompleteAsync()
    {
        using var _ = process;
        // A process that ends stops listening, so that what still feeds it has to stop as well.
        using var inputEnd = CancellationTokenSource.CreateLinkedTokenSource(forcefulToken);
        // A killed process that never dies (stuck in the kernel) must not hold its caller for ever.
        using var deathLimit = new CancellationTokenSource();
        using var killing = forcefulToken.UnsafeRegister(_ => Kill(deathLimit), null);
        using var interrupting = gracefulToken.UnsafeRegister(_ => process.Interrupt(), null);

        var pumping = Task.WhenAll(
            FeedAsync(inputEnd.Token),
            DrainAsync(command.StandardOutputPipe, process.StandardOutput),
            DrainAsync(command.StandardErrorPipe, process.StandardError)
        );
        var exitTime = process.StartTime;
        try
        {
            await process.WaitForExitAsync(deathLimit.Token).ConfigureAwait(false);
            exitTime = DateTimeOffset.Now;
            await inputEnd.CancelAsync().ConfigureAwait(false);
            await pumping.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (forcefulToken.IsCancellationRequested)
        {
            throw Canceled("forcefully", forcefulToken);
        }
        ThrowIfCanceled();
        Validate();
        return new CommandResult(process.ExitCode, process.StartTime, exitTime);
    }

    private void Kill(CancellationTokenSource deathLimit)
    {
        process.Kill();
        deathLimit.CancelAfter(s_deathLimit);
    }

    private async Task FeedAsync(CancellationToken cancellationToken)
    {
        await using var stream = process.StandardInput.ConfigureAwait(false);
        try
        {
            // Waited for from outside too: not every stream heeds its token.
            await command
                .StandardInputPipe.CopyToAsync(process.StandardInput, cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !forcefulToken.IsCancellationRequested)
        {
            // The process ended first; what it did not read is no failure.
            return;
        }
        catch (IOException ex) when (ex.GetType() == typeof(IOException))
        {
            // The reading end is closed: programs may ignore their input. A missing file, a derived type, is told.
            return;
        }
    }

    private async Task DrainAsync(PipeTarget target, Stream origin)
    {
        await using var stream = origin.ConfigureAwait(false);
        await target.CopyFromAsync(origin, forcefulToken).WaitAsync(forcefulToken).ConfigureAwait(false);
    }

    private void ThrowIfCanceled()
    {
        if (forcefulToken.IsCancellationRequested)
            throw Canceled("forcefully", forcefulToken);
        if (gracefulToken.IsCancellationRequested)
            throw Canceled("gracefully", gracefulToken);
    }

    private OperationCanceledException Canceled(string manner, CancellationToken token) =>
        new($"Command execution canceled. Underlying process ({process.Name}#{process.Id}) was {manner} terminated.", token);

    private void Validate()
    {
        if (process.ExitCode == 0 || !command.Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            return;
        throw new CommandExecutionException(
            command,
            process.ExitCode,
            $"""
            Command execution failed because the underlying process ({process.Name}#{process.Id}) returned a non-zero exit code ({process.ExitCode}).

            Command:
            {command}

            Where that is no failure, use `WithValidation(CommandResultValidation.None)`.
            """
        );
    }
}
