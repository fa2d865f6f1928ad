using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Sends requests again where that may help, and waits as long as the server says before that. All of it is bounded: a comment is not worth a build that
/// hangs.
/// </summary>
/// <param name="texts">What goes wrong, in sentences.</param>
/// <param name="clock">Waits and measures.</param>
/// <param name="patience">How long an answer may take, to its last byte.</param>
internal sealed class GitHubCalls(GitHubFaultText texts, TimeProvider clock, TimeSpan patience)
{
    private const int MostAttempts = 4;

    // What all requests together may wait for, and how long all of them may take before no further one is sent.
    private static readonly TimeSpan MostWaits = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(4);

    // GitHub asks for a second between requests that change something.
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _waited;
    private long? _lastWrite;

    /// <summary>Sends a request that reads.</summary>
    /// <param name="what">What is asked for, an infinitive.</param>
    /// <param name="call">Sends it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommentFailedException">It did not go well.</exception>
    public Task<T> ReadAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken) =>
        SendAsync(what, call, isRepeatable: true, cancellationToken);

    /// <summary>Sends a request that changes something.</summary>
    /// <param name="what">What is asked for, an infinitive.</param>
    /// <param name="call">Sends it.</param>
    /// <param name="isRepeatable">Whether doing it twice comes to the same: if not, it is not sent again once it may have been done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommentFailedException">It did not go well.</exception>
    public async Task<T> WriteAsync<T>(string what, Func<Task<T>> call, bool isRepeatable, CancellationToken cancellationToken)
    {
        if (_lastWrite is { } last && BetweenWrites - clock.GetElapsedTime(last) is { Ticks: > 0 } pause)
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync(what, call, isRepeatable, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lastWrite = clock.GetTimestamp();
        }
    }

    private async Task<T> SendAsync<T>(string what, Func<Task<T>> call, bool isRepeatable, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            GitHubFault fault;
            try
            {
                // Octokit's own limit ends with the head of an answer; a body may come for ever.
                return await call().WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && GitHubFault.Of(e, clock.GetUtcNow()) is { } read)
            {
                fault = read;
            }
            var wait = fault.Wait ?? Backoff.After(attempt);
            var mayRepeat = fault.MayPass && (isRepeatable || fault.Failure == CommentFailure.RateLimited);
            if (!mayRepeat || attempt >= MostAttempts || _waited + wait > MostWaits || clock.GetElapsedTime(_start) + wait > MostTime)
                throw texts.Failed(fault, what, attempt);
            _waited += wait;
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
