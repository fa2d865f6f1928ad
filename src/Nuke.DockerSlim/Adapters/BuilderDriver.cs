using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Finds out whether a buildx builder works in the engine (driver <c>docker</c>), so that its images are there, or elsewhere
/// (<c>docker-container</c>, <c>kubernetes</c>, <c>remote</c>).
/// </summary>
/// <param name="docker">The docker command.</param>
/// <param name="environment">Reads a variable.</param>
/// <param name="home">The user's home folder.</param>
internal sealed partial class BuilderDriver(DockerCommand docker, Func<string, string?> environment, string home)
{
    /// <summary>The driver that is meant when nobody chose a builder, and the only one that works in the engine.</summary>
    public const string Engine = "docker";

    /// <summary>Whether a builder may work outside the engine, as far as can be told without asking it.</summary>
    /// <param name="builder">The builder's name; null means the current one.</param>
    public bool MayBeElsewhere(string? builder) => !IsEngines(builder ?? Chosen);

    /// <summary>The driver of a builder. Where nobody chose one, nothing is asked: a process for each run would be for nothing.</summary>
    /// <param name="builder">The builder's name; null means the current one.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="EngineException">There is no such builder, or buildx does not say what it is.</exception>
    public async Task<string> FindAsync(string? builder, CancellationToken cancellationToken)
    {
        builder ??= Chosen;
        if (IsEngines(builder))
            return Engine;
        var answer = await docker.RunAsync(["buildx", "inspect", builder], cancellationToken).ConfigureAwait(false);
        if (answer.ExitCode == 0 && Line().Match(answer.StandardOutput) is { Success: true } match)
            return match.Groups["driver"].Value;
        throw new EngineException(
            $"The buildx builder '{builder}' cannot be used; docker buildx ls lists those there are, and docker buildx create makes one.{Environment.NewLine}    {answer.StandardError.Trim().Split('\n')[^1].Trim()}"
        );
    }

    private string? Chosen => environment("BUILDX_BUILDER") is { Length: > 0 } chosen ? chosen : Current();

    private static bool IsEngines([NotNullWhen(false)] string? builder) => builder is null or "default";

    // "docker buildx use" writes it down; a name that has gone stale is buildx's to explain.
    private string? Current()
    {
        var folder = environment("BUILDX_CONFIG") is { Length: > 0 } own
            ? own
            : Path.Combine(DockerConfiguration.Folder(environment, home), "buildx");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "current")));
            return json.RootElement.TryGetProperty("Name", out var name) && name.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            // Nobody has chosen a builder.
            return null;
        }
    }

    [GeneratedRegex(@"^Driver:\s+(?<driver>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
