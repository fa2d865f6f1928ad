using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Makes sure that buildx is there and new enough.</summary>
public static partial class BuildxVersion
{
    // 0.13 brought --progress=rawjson, 0.16 the checks as JSON and provenance in the metadata file.
    private static readonly Version Oldest = new(0, 16);

    /// <summary>The installed version.</summary>
    /// <param name="docker">The docker command.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="EngineException">buildx is missing or too old; the message names the version and what is missing.</exception>
    public static async Task<string> RequireAsync(DockerCommand docker, CancellationToken cancellationToken)
    {
        var answer = await docker.RunAsync(["buildx", "version"], cancellationToken).ConfigureAwait(false);
        var match = Form().Match(answer.StandardOutput);
        if (answer.ExitCode != 0 || !match.Success)
            throw new EngineException(
                $"The docker command has no buildx, which builds and measures here; install the docker-buildx plugin, {Oldest} or newer.{Environment.NewLine}    {answer.StandardError.Trim()}"
            );
        var version = match.Groups["version"].Value;
        if (Version.Parse(version) < Oldest)
            throw new EngineException(
                $"buildx is version {version}; {Oldest} or newer is needed for --progress=rawjson, build checks as JSON and provenance in the metadata file. Update the docker-buildx plugin."
            );
        return version;
    }

    /// <summary>The installed version, from an earlier answer where the plugin's files are what they were then.</summary>
    /// <param name="docker">The docker command.</param>
    /// <param name="plugin">The plugin's files.</param>
    /// <param name="answers">Earlier answers.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="EngineException">buildx is missing or too old; the message names the version and what is missing.</exception>
    internal static async Task<string> RecallAsync(
        DockerCommand docker,
        BuildxPlugin plugin,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var name = plugin.Identify() is { } files ? AnswerCache.Name($"buildx version\n{files}") : null;
        if (name is not null && answers.Find(name) is { } known)
            return known;
        var version = await RequireAsync(docker, cancellationToken).ConfigureAwait(false);
        if (name is not null)
            answers.Keep(name, version);
        return version;
    }

    [GeneratedRegex(@" v?(?<version>[0-9]+\.[0-9]+(\.[0-9]+)?)")]
    private static partial Regex Form();
}
