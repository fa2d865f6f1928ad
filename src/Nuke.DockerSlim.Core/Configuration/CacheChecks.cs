using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Configuration;

/// <summary>Checks where layer cache is read from and written to, as far as that needs neither builder nor environment.</summary>
internal static class CacheChecks
{
    /// <summary>What stands for the image's name in a cache that several images name.</summary>
    public const string ImageWord = "{image}";

    // Fields that BuildKit cannot do without, and what to write.
    private static readonly (string Type, Func<bool, string> Field, string Example)[] Needed =
    [
        (CacheReference.Registry, _ => "ref", "ghcr.io/acme/shop:cache"),
        (CacheReference.Local, isWritten => isWritten ? "dest" : "src", ".cache/shop"),
        (CacheReference.S3, _ => "bucket", "acme-cache"),
        (CacheReference.S3, _ => "region", "eu-central-1"),
        (CacheReference.AzureBlob, _ => "account_url", "https://acme.blob.core.windows.net"),
    ];

    // Arguments can be seen by every process of the machine, and show in logs.
    private static readonly (string Type, string Field, string Instead)[] Secret =
    [
        (CacheReference.S3, "secret_access_key", "set AWS_SECRET_ACCESS_KEY, which buildx hands on"),
        (CacheReference.S3, "session_token", "set AWS_SESSION_TOKEN, which buildx hands on"),
        (
            CacheReference.AzureBlob,
            "secret_access_key",
            "give the builder an identity of its own (docker buildx create --driver-opt env.AZURE_CLIENT_ID=...)"
        ),
        (CacheReference.Actions, "token", "set ACTIONS_RUNTIME_TOKEN, which buildx hands on"),
        (CacheReference.Actions, "ghtoken", "set GITHUB_TOKEN, which buildx hands on"),
    ];

    /// <summary>The problems of one image, whole sentences.</summary>
    /// <param name="image">The image.</param>
    public static IEnumerable<string> Problems(ImageDefinition image) =>
        image
            .CacheTo.SelectMany(x => Problems("--cache-to", x, writes: true))
            .Concat(image.CacheFrom.SelectMany(x => Problems("--cache-from", x, writes: false)));

    /// <summary>The problems that several images have together.</summary>
    /// <param name="images">The images.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<ImageDefinition> images) =>
        images
            .SelectMany(image => image.CacheTo.Select(x => (Image: image.Name, Cache: TryParse(x)?.Each(y => Named(y, image.Name)))))
            .Where(x => x.Cache is not null && x.Cache.Type != CacheReference.Inline)
            .GroupBy(x => x.Cache!.Place)
            .Where(x => x.Select(y => y.Image).Distinct().Count() > 1)
            .Select(x =>
                $"{string.Join(" and ", x.Select(y => y.Image).Distinct())} write their cache to one place, where only the last would stay; put {ImageWord} into --cache-to and --cache-from, such as {Example(x.First().Cache!)}, which stands for each image's name."
            );

    /// <summary>A text with an image's name where it has the word for it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="image">The name.</param>
    public static string Named(string text, string image) => text.Replace(ImageWord, image, StringComparison.Ordinal);

    private static IEnumerable<string> Problems(string option, string text, bool writes)
    {
        if (!TryParse(text, out var cache, out var problem))
        {
            yield return $"{option}: {problem}";
            yield break;
        }
        if (!CacheReference.Types.Contains(cache.Type))
        {
            var near = NearName.Find(cache.Type, CacheReference.Types) is { } name ? $"did you mean {name}?" : "use one of ";
            yield return $"{option}: there is no cache of the type '{cache.Type}'; {(near.EndsWith('?') ? near : near + string.Join(", ", CacheReference.Types) + ".")}";
        }
        foreach (var (_, field, example) in Needed.Where(x => x.Type == cache.Type && cache[x.Field(writes)] is null))
            yield return $"{option}: type={cache.Type} needs {field(writes)}; add {field(writes)}={example}.";
        foreach (var (_, field, instead) in Secret.Where(x => x.Type == cache.Type && cache[x.Field] is not null))
            yield return $"{option}: {field} is a secret, and arguments can be seen by everybody on the machine; leave it out and {instead}.";
        if (cache.Type == CacheReference.Inline && !writes)
            yield return $"{option}: type=inline lies in an image; name that: type=registry,ref=REPOSITORY:TAG.";
        if (cache["mode"] is { } mode && mode is not ("min" or "max"))
            yield return $"{option}: '{mode}' is no mode of a cache; use max (the results of all stages) or min (those of the production stage alone).";
    }

    private static CacheReference? TryParse(string text) => TryParse(text, out var cache, out _) ? cache : null;

    private static bool TryParse(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CacheReference? cache,
        out string problem
    )
    {
        try
        {
            (cache, problem) = (CacheReference.Parse(text), "");
            return true;
        }
        catch (InputException e)
        {
            (cache, problem) = (null, e.Message);
            return false;
        }
    }

    private static string Example(CacheReference cache) =>
        cache.Type switch
        {
            CacheReference.Registry => $"ref=ghcr.io/acme/cache:{ImageWord}",
            CacheReference.Local => $"dest=.cache/{ImageWord}",
            CacheReference.Actions => $"scope={ImageWord}",
            _ => $"name={ImageWord}",
        };
}
