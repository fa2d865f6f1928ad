namespace Nuke.DockerSlim.Planning;

/// <summary>What decides which caches can be read and written: the builder, and the pipeline that the run is a part of.</summary>
public sealed record CacheSurroundings
{
    /// <summary>The driver of an engine's own builder.</summary>
    internal const string EngineDriver = "docker";

    /// <summary>The buildx driver of the builder: <c>docker</c>, <c>docker-container</c>, <c>kubernetes</c>, <c>remote</c>, <c>cloud</c>.</summary>
    public string Driver { get; init; } = EngineDriver;

    /// <summary>The engine's image store: <c>containerd</c>, or the classic store's driver, such as <c>overlay2</c>; null: not known.</summary>
    public string? Store { get; init; }

    /// <summary>Whether buildx finds the address and the token of GitHub's cache in its environment; without them it leaves such a cache out and says nothing.</summary>
    public bool HasActionsCache { get; init; }

    /// <summary>
    /// Whether the run's token may be one that only reads: a pull request from a fork, or one of Dependabot's. What fails to be written then fails no build.
    /// </summary>
    public bool MayBeReadOnly { get; init; }

    /// <summary>Finds out what the environment says.</summary>
    /// <param name="variables">Reads a variable.</param>
    /// <param name="isFork">Whether the run is about a pull request from another repository.</param>
    public static CacheSurroundings Of(Func<string, string?> variables, bool isFork) =>
        new()
        {
            // buildx, util/gha: the token and the address of either version of the service.
            HasActionsCache =
                Has(variables, "ACTIONS_RUNTIME_TOKEN") && (Has(variables, "ACTIONS_RESULTS_URL") || Has(variables, "ACTIONS_CACHE_URL")),
            MayBeReadOnly = isFork || variables("GITHUB_ACTOR") == "dependabot[bot]",
        };

    /// <summary>Whether the builder is an engine's own.</summary>
    internal bool IsEngine => Driver == EngineDriver;

    /// <summary>Whether it is one of an engine with the classic store, whose builder writes no cache but into the image.</summary>
    internal bool IsClassic => IsEngine && Store is not (null or "containerd");

    private static bool Has(Func<string, string?> variables, string name) => variables(name) is { Length: > 0 };
}
