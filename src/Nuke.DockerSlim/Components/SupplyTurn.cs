using System.Globalization;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Attesting;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run sets about what is stated beside an image, and about the time that its files have.</summary>
internal static class SupplyTurn
{
    /// <summary>Adds what a build's parameters set about it, and about pushing.</summary>
    /// <param name="parameters">What they set besides.</param>
    /// <param name="build">The build.</param>
    public static ImageParameters AddTo(ImageParameters parameters, IHazImages build)
    {
        parameters = PushTurn.AddTo(parameters, build);
        if (build is IBuildImage dated)
            parameters = parameters with { SourceEpoch = dated.SourceEpoch, RewriteTimestamps = dated.RewriteTimestamps };
        return build is IPushImage push
            ? parameters with
            {
                AnnotateImage = push.AnnotateImage,
                ImageAnnotations = push.ImageAnnotations,
                ImageAttestations = push.ImageAttestations,
                SignImage = push.SignImage,
                SigningKey = push.SigningKey,
            }
            : parameters;
    }

    /// <summary>The images with what git is to say of them: the commit's time, and annotations.</summary>
    /// <param name="images">The images, without problems.</param>
    /// <param name="root">The root folder of the build.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="InputException">There is no git, or no commit where its time is wanted.</exception>
    public static async Task<IReadOnlyList<ImageDefinition>> FillAsync(
        IReadOnlyList<ImageDefinition> images,
        string root,
        CancellationToken cancellationToken
    )
    {
        if (!images.Any(x => x.Supply.Annotate || x.SourceEpoch == EpochText.Commit))
            return images;
        var facts = await new GitSourceFacts(Environment.GetEnvironmentVariable).ReadAsync(root, cancellationToken).ConfigureAwait(false);
        return [.. images.Select(x => Annotated(Timed(x, facts), facts))];
    }

    /// <summary>Makes sure that what is to be signed can be, before anything is built.</summary>
    /// <param name="build">The build.</param>
    /// <param name="works">The images.</param>
    /// <param name="signer">Signs.</param>
    /// <exception cref="InputException">It cannot.</exception>
    public static void Require(IHazImages build, IEnumerable<ImageWork> works, CosignSigner signer)
    {
        if (PushTurn.IsWanted(build) && works.Any(x => x.Target.Definition.Supply.Sign))
            signer.Require();
    }

    private static ImageDefinition Timed(ImageDefinition image, SourceFacts facts) =>
        image.SourceEpoch != EpochText.Commit ? image
        : facts.CommitTime is { } time ? image with { SourceEpoch = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) }
        : throw new InputException(
            "--source-epoch commit asks for the time of the commit, and there is no commit here; write seconds since 1970 instead."
        );

    // What is written out goes over what git says.
    private static ImageDefinition Annotated(ImageDefinition image, SourceFacts facts) =>
        image.Supply.Annotate
            ? image with
            {
                Supply = image.Supply with
                {
                    Annotations = [.. ImageAnnotations.Of(facts, EpochText.TimeOf(image.SourceEpoch)), .. image.Supply.Annotations],
                },
            }
            : image;
}
