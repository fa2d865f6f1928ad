using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Reproducing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Holds the images of two builds of the same inputs against each other: layer by layer, entry by entry, byte by byte.</summary>
/// <param name="images">Takes layers out of images.</param>
/// <param name="target">The image.</param>
internal sealed class ImageRepetition(RepeatedImages images, BuildTarget target)
{
    /// <summary>What they come to.</summary>
    /// <param name="first">The first build, its image weighed.</param>
    /// <param name="second">The second.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ReproducibilityFacts> CompareAsync(RepeatedBuild first, RepeatedBuild second, CancellationToken cancellationToken)
    {
        var (one, other) = (first.Image!, second.Image!);
        var isSame = one.ConfigDigest == other.ConfigDigest && one.ManifestDigest == other.ManifestDigest;
        var facts = new ReproducibilityFacts
        {
            Verdict = ReproducibilityVerdict.Identical,
            First = one.ManifestDigest ?? one.ConfigDigest,
            Second = other.ManifestDigest ?? other.ConfigDigest,
            LayerCount = one.Layers.Count,
        };
        if (isSame)
            return facts;
        var different = Enumerable
            .Range(0, Math.Max(one.Layers.Count, other.Layers.Count))
            .Where(x => one.Layers.ElementAtOrDefault(x)?.DiffId != other.Layers.ElementAtOrDefault(x)?.DiffId)
            .ToArray();
        var config = ConfigRepetition.Of(
            await TakeAsync(first, different, cancellationToken).ConfigureAwait(false),
            await TakeAsync(second, different, cancellationToken).ConfigureAwait(false)
        );
        var origins = Origins(second);
        var layers = new List<RepeatedLayer>();
        foreach (var number in different)
        {
            var origin = origins.ElementAtOrDefault(number);
            var layer = new RepeatedLayer
            {
                Layer = number,
                Line = origin?.FirstLine,
                Instruction = origin?.Instruction ?? LayerHistory.InstructionOf(other.History, number),
                First = one.Layers.ElementAtOrDefault(number)?.DiffId,
                Second = other.Layers.ElementAtOrDefault(number)?.DiffId,
            };
            layers.Add(
                (one.Layers.ElementAtOrDefault(number), other.Layers.ElementAtOrDefault(number)) is ({ } these, { } those)
                    ? await CompareAsync(layer, Blob(these), Blob(those), cancellationToken).ConfigureAwait(false)
                    : layer with
                    {
                        Causes = [RepeatedCause.Unknown],
                        Gap = "Only one of the builds made it.",
                    }
            );
        }
        return facts with { Verdict = RepetitionVerdict.Of(isSame, layers, config), Layers = layers, Config = config };
    }

    private async Task<byte[]> TakeAsync(RepeatedBuild build, int[] layers, CancellationToken cancellationToken) =>
        await images
            .TakeAsync(
                build.Source,
                build.Image!.ConfigDigest,
                [.. layers.Where(x => x < build.Image.Layers.Count).Select(x => Blob(build.Image.Layers[x]))],
                cancellationToken
            )
            .ConfigureAwait(false);

    private async Task<RepeatedLayer> CompareAsync(RepeatedLayer layer, Digest one, Digest other, CancellationToken cancellationToken)
    {
        var (first, second) = (new TarMembers(), new TarMembers());
        var gap =
            await images.ScanAsync(one, first, cancellationToken).ConfigureAwait(false)
            ?? await images.ScanAsync(other, second, cancellationToken).ConfigureAwait(false);
        var compared = LayerRepetition.Of(layer, first.All, second.All, x => Read(one, x), x => Read(other, x));
        // What could not be read may be anything.
        return gap is null ? compared : compared with { OnlyTimes = false, Gap = $"Not all of it could be read: {gap}." };
    }

    private byte[]? Read(Digest layer, TarMember member) =>
        member.Bytes <= ContentCauses.Largest ? images.Read(layer, member.Offset, (int)member.Bytes) : null;

    private IReadOnlyList<LayerOrigin> Origins(RepeatedBuild build)
    {
        var metadata = build.Outcome!.Metadata;
        return metadata.LayerOrigins.Count == build.Image!.Layers.Count ? metadata.LayerOrigins
            : (metadata.Dockerfile ?? InputFiles.FindDockerfile(target)) is { } dockerfile
                ? LayerHistory.Origins(build.Image, dockerfile, build.Step.Stage)
            : [];
    }

    private static Digest Blob(MeasuredLayer layer) => layer.Digest ?? layer.DiffId;
}
