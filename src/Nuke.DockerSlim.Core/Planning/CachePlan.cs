using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Planning;

/// <summary>The caches of one image as buildx is to be given them, and what there is to say about it.</summary>
/// <param name="From">What is read, in buildx's notation.</param>
/// <param name="To">What is written, in buildx's notation.</param>
/// <param name="Notes">What of the definition was left out, and why; whole sentences.</param>
internal sealed record CachePlan(IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Notes)
{
    private const string AnotherBuilder = "build with a builder of its own: docker buildx create --use --driver docker-container";

    // What a builder outside the engine can write beside an image. Each may be refused by a token that only reads.
    private static readonly string[] Guarded =
    [
        CacheReference.Registry,
        CacheReference.Actions,
        CacheReference.S3,
        CacheReference.AzureBlob,
    ];

    /// <summary>The image with these caches in place of what its definition has.</summary>
    /// <param name="target">The image.</param>
    public BuildTarget Over(BuildTarget target) => target with { Definition = target.Definition with { CacheFrom = From, CacheTo = To } };

    /// <summary>Puts an image's caches in order.</summary>
    /// <param name="target">The image.</param>
    /// <param name="around">Builder and pipeline.</param>
    /// <exception cref="InputException">The builder cannot write a cache of that type.</exception>
    public static CachePlan Of(BuildTarget target, CacheSurroundings around)
    {
        var notes = new List<string>();
        var from = target.Definition.CacheFrom.Select(x => Read(target, x)).Where(x => IsThere(x, writes: false)).ToArray();
        var to = target.Definition.CacheTo.Select(x => Read(target, x)).Where(x => IsThere(x, writes: true)).ToArray();
        foreach (var cache in to)
            RequireWritable(target, cache, around);
        return new CachePlan(
            [.. from.SelectMany(x => OfPlatform(target, x)).Select(x => x.ToString()).Distinct()],
            [.. to.Select(x => Completed(target, x, around).ToString())],
            notes
        );

        bool IsThere(CacheReference cache, bool writes)
        {
            var option = writes ? "--cache-to" : "--cache-from";
            if (!writes && around.IsEngine && IsCloud(cache))
            {
                notes.Add(
                    $"{option} type={cache.Type} is left out: the engine's own builder reads registry, local and gha; {AnotherBuilder}."
                );
                return false;
            }
            if (cache.Type != CacheReference.Actions || around.HasActionsCache || cache["token"] is not null)
                return true;
            notes.Add(
                $"{option} type=gha is left out: ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set, and a step with run: does not get them; add a step with uses: crazy-max/ghaction-github-runtime before it."
            );
            return false;
        }
    }

    private static CacheReference Read(BuildTarget target, string text) =>
        CacheReference.Parse(text).Each(x => CacheChecks.Named(x, target.Definition.Name));

    // Each platform has its own, and the one as it is written may be there from before.
    private static IEnumerable<CacheReference> OfPlatform(BuildTarget target, CacheReference cache) =>
        target.PlatformOfSeveral is null ? [cache] : [WithSuffix(cache, target.PlatformSuffix), cache];

    private static CacheReference Completed(BuildTarget target, CacheReference cache, CacheSurroundings around)
    {
        if (cache.Type == CacheReference.Inline)
            return cache;
        var own = WithSuffix(cache, target.PlatformSuffix);
        // BuildKit's own default is min, which keeps nothing of the stages that production only copies from.
        var whole = own["mode"] is null ? own.With("mode", "max") : own;
        return around.MayBeReadOnly && whole["ignore-error"] is null && Guarded.Contains(whole.Type)
            ? whole.With("ignore-error", "true")
            : whole;
    }

    private static CacheReference WithSuffix(CacheReference cache, string suffix) =>
        suffix.Length == 0
            ? cache
            : cache.Type switch
            {
                CacheReference.Registry when cache["ref"] is { } reference && !reference.Contains('@') => cache.With(
                    "ref",
                    HasTag(reference) ? reference + suffix : $"{reference}:latest{suffix}"
                ),
                CacheReference.Local when cache["dest"] is { } folder => cache.With("dest", folder + suffix),
                CacheReference.Local when cache["src"] is { } folder => cache.With("src", folder + suffix),
                CacheReference.Actions => cache.With("scope", (cache["scope"] ?? "buildkit") + suffix),
                CacheReference.S3 or CacheReference.AzureBlob => cache.With("name", (cache["name"] ?? "buildkit") + suffix),
                _ => cache,
            };

    private static bool IsCloud(CacheReference cache) => cache.Type is CacheReference.S3 or CacheReference.AzureBlob;

    private static bool HasTag(string reference) => reference.IndexOf(':', reference.LastIndexOf('/') + 1) >= 0;

    // What each driver takes: docs.docker.com, "Cache storage backends", and measured with engine 28.5.2 and buildx 0.29.1 (docs/scale.md).
    private static void RequireWritable(BuildTarget target, CacheReference cache, CacheSurroundings around)
    {
        if (around.IsClassic && cache.Type != CacheReference.Inline)
            throw new InputException(
                $"{target.Label}: the engine's own builder cannot write a cache of type={cache.Type} with the classic image store ({around.Store}), only type=inline. Switch the engine to the containerd store (\"features\": {{\"containerd-snapshotter\": true}} in daemon.json), or {AnotherBuilder}."
            );
        if (around.IsEngine && IsCloud(cache))
            throw new InputException(
                $"{target.Label}: the engine's own builder has no cache of type={cache.Type}, only registry, local, gha and inline; {AnotherBuilder}."
            );
    }
}
