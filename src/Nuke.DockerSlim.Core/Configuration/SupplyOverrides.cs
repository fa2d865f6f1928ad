namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about what is stated beside an image's bytes.</summary>
internal static class SupplyOverrides
{
    /// <summary>An image with what is set here in place of what it declares, or added to it.</summary>
    /// <param name="image">The image.</param>
    /// <param name="parameters">What the run sets.</param>
    public static ImageDefinition Over(ImageDefinition image, ImageParameters parameters) =>
        image with
        {
            SourceEpoch = parameters.SourceEpoch ?? image.SourceEpoch,
            RewriteTimestamps = parameters.RewriteTimestamps ?? image.RewriteTimestamps,
            Supply = image.Supply with
            {
                Annotate = parameters.AnnotateImage ?? image.Supply.Annotate,
                Annotations = [.. image.Supply.Annotations, .. parameters.ImageAnnotations ?? []],
                Attestations = parameters.ImageAttestations ?? image.Supply.Attestations,
                Sign = parameters.SignImage ?? image.Supply.Sign,
                SigningKey = parameters.SigningKey ?? image.Supply.SigningKey,
            },
        };
}
