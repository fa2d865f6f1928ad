using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class SupplyOverridesTests
{
    private static readonly ImageDefinition Declared = new("acme/shop")
    {
        SourceEpoch = "1",
        Supply = new()
        {
            Annotations = ["a=1"],
            Attestations = ["sbom"],
            SigningKey = "cosign.key",
        },
    };

    [Fact]
    public void What_a_run_sets_goes_over_what_is_declared_and_annotations_are_added()
    {
        var image = Applied(
            new()
            {
                AnnotateImage = true,
                ImageAnnotations = ["a=2"],
                ImageAttestations = ["provenance"],
                SignImage = true,
                SigningKey = "env://KEY",
                SourceEpoch = "commit",
                RewriteTimestamps = true,
            }
        );
        Assert.Equal(("commit", true), (image.SourceEpoch, image.RewriteTimestamps));
        Assert.Equal((true, true, "env://KEY"), (image.Supply.Annotate, image.Supply.Sign, image.Supply.SigningKey));
        Assert.Equal((string[])["a=1", "a=2"], image.Supply.Annotations);
        Assert.Equal((string[])["provenance"], image.Supply.Attestations);
    }

    [Fact]
    public void What_it_does_not_set_stays_as_it_is_declared()
    {
        var image = Applied(new());
        Assert.Equal(("1", false), (image.SourceEpoch, image.RewriteTimestamps));
        Assert.Equal((false, false, "cosign.key"), (image.Supply.Annotate, image.Supply.Sign, image.Supply.SigningKey));
        Assert.Equal((string[])["a=1"], image.Supply.Annotations);
        Assert.Equal((string[])["sbom"], image.Supply.Attestations);
    }

    private static ImageDefinition Applied(ImageParameters parameters) => Assert.Single(DefinitionOverrides.Apply([Declared], parameters));
}
