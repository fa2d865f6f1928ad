using System.Runtime.CompilerServices;

namespace CliWrap;

public class CommandTask<TResult>(Task<TResult> task, int processId) : IDisposable
{
    public Task<TResult> Task { get; } = task;

    public int ProcessId { get; } = processId;

    public CommandTask<T> Select<T>(Func<TResult, T> transform) => Then(async run => transform(await run.ConfigureAwait(false)));

    internal CommandTask<T> Then<T>(Func<Task<TResult>, Task<T>> continuation) => new(continuation(Task), ProcessId);

    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    public void Dispose() => Task.Dispose();

    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;
}
