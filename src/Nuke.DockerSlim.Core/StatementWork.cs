using System.Text.Json.Nodes;
using Nuke.DockerSlim.Attesting;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Sbom;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>What is attested of an image: its packages are kept when it is measured, its provenance when it is built, and a push states both beside it.</summary>
internal static class StatementWork
{
    private const string Max = "max";

    /// <summary>Keeps the packages of a measured image for its push, where they are to be attested.</summary>
    /// <param name="work">The image, of one platform.</param>
    /// <param name="packages">Its packages; null when the layers could not be looked into.</param>
    public static void KeepSbom(ImageWork work, PackageList? packages)
    {
        var isWanted = packages is not null && work.Target.Definition.Supply.Attestations.Contains(Attestations.Sbom);
        var text = isWanted ? SpdxDocument.Write(work.Report, packages!) : null;
        work.Folder.WriteSbom(text is not null && work.Secrets is { } secrets ? MaskedJson.Of(text, secrets.Mask) : text);
    }

    /// <summary>Makes sure that there is everything to state, before anything is uploaded.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="InputException">Something is missing.</exception>
    public static void Require(ImageWork work)
    {
        foreach (var one in work.Each)
        foreach (var word in work.Target.Definition.Supply.Attestations)
            if (Predicate(one, word) is null)
                throw new InputException(
                    word == Attestations.Sbom
                        ? $"{one.Target.Label}: there are no packages to attest (--image-attestations {word}); measure the image with it: ./build.sh MeasureImage --image-attestations {word}."
                        : $"{one.Target.Label}: the builder wrote no provenance to attest (--image-attestations {word}); build the image anew with ./build.sh SlimImage, by a buildx of 0.13 or newer."
                );
    }

    /// <summary>What is stated about the image of one platform.</summary>
    /// <param name="work">The image.</param>
    /// <param name="repository">The repository that it lies in.</param>
    /// <param name="manifest">Its manifest there.</param>
    public static IEnumerable<ImageStatement> Of(ImageWork work, ImageReference repository, Digest manifest)
    {
        foreach (var word in work.Target.Definition.Supply.Attestations)
            if (Predicate(work, word) is var (type, predicate))
                yield return new ImageStatement(
                    manifest,
                    type,
                    InTotoStatement.Write(type, predicate, repository, work.Report.Image.Platform ?? "", manifest)
                )
                {
                    Mode = word == Attestations.FullProvenance ? Max : null,
                    Replaces = word != Attestations.Sbom,
                };
    }

    private static (string Type, JsonNode Predicate)? Predicate(ImageWork work, string word)
    {
        if (word == Attestations.Sbom)
            return ArtifactFolder.ReadText(work.Folder.SbomFile) is { } text && JsonNode.Parse(text) is { } document
                ? (InTotoStatement.Spdx, document)
                : null;
        return
            ProvenancePredicate.Of(ArtifactFolder.ReadText(work.Folder.ProductionMetadataFile), word == Attestations.FullProvenance)
                is var (type, predicate)
            ? (type, predicate)
            : null;
    }
}
