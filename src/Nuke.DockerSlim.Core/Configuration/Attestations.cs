namespace Nuke.DockerSlim.Configuration;

/// <summary>What can be attested of an image, as parameters name it.</summary>
public static class Attestations
{
    /// <summary>How it was built, without build args, secrets' ids and the Dockerfile (BuildKit's <c>mode=min</c>).</summary>
    public const string Provenance = "provenance";

    /// <summary>How it was built, with all of it (BuildKit's <c>mode=max</c>).</summary>
    public const string FullProvenance = "provenance=max";

    /// <summary>Which packages it has, as SPDX 2.3.</summary>
    public const string Sbom = "sbom";

    private static readonly string[] All = [Provenance, FullProvenance, Sbom];

    /// <summary>What is wrong with a list of them; none when nothing is.</summary>
    /// <param name="words">The list.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<string> words)
    {
        foreach (var word in words.Except(All))
            yield return NearName.Find(word, All) is { } near
                ? $"--image-attestations: '{word}' cannot be attested; did you mean {near}?"
                : $"--image-attestations: '{word}' cannot be attested; use {string.Join(", ", All)}.";
        if (words.Contains(Provenance) && words.Contains(FullProvenance))
            yield return $"--image-attestations: {Provenance} and {FullProvenance} exclude each other; use one.";
    }
}
