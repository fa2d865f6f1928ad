using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Components;

/// <summary>What killed runs left, and what this one would leave.</summary>
internal static class LeftoverTurn
{
    /// <summary>Where this run writes down what it makes for itself; forgotten when the process ends by itself.</summary>
    public static RunLedger OfThisProcess()
    {
        var ledger = new RunLedger(RunLedger.UsersDirectory);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ledger.Dispose();
        return ledger;
    }

    /// <summary>Takes away what killed runs left in the engine and among temporary files; that it cannot be is no reason for this one to fail.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="temporary">The folder for temporary files.</param>
    /// <param name="say">Told what was taken away, a line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task SweepAsync(DockerEngine engine, string temporary, Action<string> say, CancellationToken cancellationToken)
    {
        try
        {
            OwnedFolder.Sweep(temporary);
            var gone = await new EngineLeftovers(engine, RunLedger.UsersDirectory).SweepAsync(cancellationToken).ConfigureAwait(false);
            if (gone.Count > 0)
                say($"Taken away what a run left that was killed: {string.Join(", ", gone)}.");
        }
        catch (Exception e) when (e is EngineException or IOException or UnauthorizedAccessException)
        {
            say($"What a run left that was killed could not be taken away: {e.Message}");
        }
    }
}
