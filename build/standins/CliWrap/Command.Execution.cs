using System.Diagnostics;
using CliWrap.Internal;

namespace CliWrap;

public partial class Command
{
    public CommandTask<CommandResult> ExecuteAsync(
        Action<ProcessStartInfo>? configureStartInfo,
        Action<Process>? configureProcess = null,
        CancellationToken forcefulCancellationToken = default,
        CancellationToken gracefulCancellationToken = default
    )
    {
        var startInfo = ProcessSetup.CreateStartInfo(this);
        configureStartInfo?.Invoke(startInfo);

        // Not awaited behind the task: whoever calls learns at the call that nothing was started.
        var process = RunningProcess.Start(
            startInfo,
            started =>
            {
                ProcessSetup.Apply(ResourcePolicy, started);
                configureProcess?.Invoke(started);
            }
        );
        var execution = new CommandExecution(this, process, forcefulCancellationToken, gracefulCancellationToken);
        return new CommandTask<CommandResult>(execution.CompleteAsync(), process.Id);
    }

    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    ) => ExecuteAsync(null, null, forcefulCancellationToken, gracefulCancellationToken);

    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);
}
