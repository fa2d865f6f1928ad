using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Builders that hold nothing: one that the user names, or one of buildx's driver <c>docker-container</c>, made for a build and taken away.</summary>
/// <param name="docker">The docker command.</param>
internal sealed partial class FreshBuilders(DockerCommand docker) : IFreshBuilders
{
    /// <inheritdoc />
    public async Task<FreshBuilder> TakeAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is not null)
            return new FreshBuilder(name, await CountAsync(name, cancellationToken).ConfigureAwait(false), () => Task.CompletedTask);
        await SweepAsync(cancellationToken).ConfigureAwait(false);
        var made = $"{FreshBuilderArguments.Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            var created = await docker.RunAsync(FreshBuilderArguments.Create(made), cancellationToken).ConfigureAwait(false);
            return created.ExitCode == 0
                ? new FreshBuilder(made, records: 0, () => RemoveAsync(made))
                : throw new EngineException(
                    $"A builder that holds nothing could not be made for the scenario ci (docker buildx create --driver docker-container): {LastLine(created.StandardError)} Name one with --fresh-builder, or leave ci out of --scenarios."
                );
        }
        catch (Exception e) when (e is EngineException or OperationCanceledException)
        {
            await RemoveAsync(made).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finds out whether a builder can be asked, long before it is needed.</summary>
    /// <param name="name">The builder that the user says is empty.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="EngineException">There is no such builder.</exception>
    public Task RequireAsync(string name, CancellationToken cancellationToken) => CountAsync(name, cancellationToken);

    /// <summary>Takes away the builders of runs that were killed: those that carry the number of a process which is gone.</summary>
    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var listed = await docker.RunAsync(FreshBuilderArguments.List, cancellationToken).ConfigureAwait(false);
        foreach (var match in Own().Matches(listed.StandardOutput).DistinctBy(x => x.Value))
            if (!IsAlive(int.Parse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture)))
                await RemoveAsync(match.Value).ConfigureAwait(false);
    }

    private async Task<int> CountAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await docker.RunAsync(FreshBuilderArguments.Records(name), cancellationToken).ConfigureAwait(false);
        return answer.ExitCode == 0
            ? Record().Count(answer.StandardOutput)
            : throw new EngineException(
                $"The buildx builder '{name}' of --fresh-builder cannot be used: {LastLine(answer.StandardError)} docker buildx ls lists those there are."
            );
    }

    // It is taken away however the build ended; what cannot be taken away is swept by a later run.
    private async Task RemoveAsync(string name) =>
        await docker.RunAsync(FreshBuilderArguments.Remove(name), CancellationToken.None).ConfigureAwait(false);

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string LastLine(string text)
    {
        var line = text.Trim().Split('\n')[^1].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    [GeneratedRegex(@"^ID:", RegexOptions.Multiline)]
    private static partial Regex Record();

    [GeneratedRegex(@"^dockerslim-ci-(?<process>[0-9]{1,9})-[0-9a-f]{32}(?=\s*$)", RegexOptions.Multiline)]
    private static partial Regex Own();
}
