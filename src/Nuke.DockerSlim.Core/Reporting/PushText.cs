namespace Nuke.DockerSlim.Reporting;

/// <summary>What became of a push, in words.</summary>
internal static class PushText
{
    /// <summary>What was done to a tag, to be put behind its name; empty where it was moved, as was to be expected.</summary>
    /// <param name="move">The tag.</param>
    public static string About(TagMove move) =>
        move.State switch
        {
            TagState.Moved => "",
            TagState.AlreadyThere => " stood for it before",
            TagState.Unsure => " may have been moved, the registry did not say",
            TagState.Another => " was moved, and stands for something else now",
            TagState.PutBack => " was put back to what it stood for before",
            _ => " was not moved",
        };

    /// <summary>The proofs as they are told: once for each platform where the repositories do not differ; the platform stands before it where there are several.</summary>
    /// <param name="push">The push.</param>
    public static IReadOnlyList<(string Label, PushedProof Proof)> Proofs(PushFacts push)
    {
        var several = push.Proofs.Select(x => x.Platform).Distinct().Count() > 1;
        return
        [
            .. push
                .Proofs.DistinctBy(x => (x.Platform, x.Tested, x.Pushed))
                .Select(x => (several && x.Platform is { } platform ? platform + ": " : "", x)),
        ];
    }

    /// <summary>What stands behind a proof's digests: nothing where they are those of the manifest.</summary>
    /// <param name="proof">The proof.</param>
    public static string About(PushedProof proof) => proof.ByManifest ? "" : " (config)";

    /// <summary>What is stated beside the image, in a line; null where nothing is.</summary>
    /// <param name="facts">What is.</param>
    public static string? About(SupplyChainFacts? facts)
    {
        if (facts is null)
            return null;
        var attested = facts.Attestations.Select(Name).Distinct().ToArray();
        string?[] parts =
        [
            facts.Annotations.Count switch
            {
                0 => null,
                1 => "1 annotation",
                var count => $"{count} annotations",
            },
            attested.Length == 0 ? null : $"attested {string.Join(" and ", attested)}",
            facts.Kept ? "as the tags had it before" : null,
            facts.Signed.Count == 0 ? null : "signed by cosign",
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } told ? string.Join(", ", told) : null;
    }

    private static string Name(AttestationFacts attested) =>
        attested.PredicateType.StartsWith("https://slsa.dev/provenance/", StringComparison.Ordinal)
            ? attested.Mode is { } mode
                ? $"provenance ({mode})"
                : "provenance"
            : attested.PredicateType.StartsWith("https://spdx.dev/", StringComparison.Ordinal)
                ? "SBOM"
                : attested.PredicateType;
}
