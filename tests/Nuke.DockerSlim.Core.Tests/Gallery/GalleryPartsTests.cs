using Gallery;

namespace Nuke.DockerSlim.Tests.Gallery;

public sealed class GalleryPartsTests
{
    [Theory]
    [InlineData(-99.97, "-99.9 %")]
    [InlineData(-100, "-100.0 %")]
    [InlineData(-87.04, "-87.0 %")]
    [InlineData(3.25, "+3.3 %")]
    [InlineData(0, "0.0 %")]
    public void Hundredths_are_signed_and_all_but_all_is_not_all(double percent, string text) =>
        Assert.Equal(text, Figures.Percent((decimal)percent));

    [Fact]
    public void A_void_build_has_no_figure()
    {
        Assert.Equal("void", Figures.Seconds(GalleryResults.Timed(300, "a step ran")));
        Assert.Equal("", Figures.Seconds(null));
        Assert.Null(Figures.Milliseconds(GalleryResults.Timed(300, "a step ran")));
    }

    [Fact]
    public void Bases_are_found_by_their_whole_names()
    {
        Assert.Equal(["node:20-bookworm-slim"], Names("ARG NODE_IMAGE=node:20-bookworm-slim"));
        Assert.Equal(
            ["node:20-bookworm-slim", "node:20-bookworm"],
            Names("FROM node:20-bookworm AS a", "NODE_IMAGE=node:20-bookworm-slim")
        );
        Assert.Equal(["gcr.io/distroless/static-debian12:nonroot"], Names("FROM gcr.io/distroless/static-debian12:nonroot"));
        Assert.Empty(Names("FROM example.org/node:20-bookworm", "FROM scratch"));
    }

    [Fact]
    public void A_stand_in_is_made_after_those_that_it_is_made_from()
    {
        string[] names = [.. BaseImage.All.Select(x => x.Name)];
        Assert.All(
            BaseImage.All,
            x => Assert.All(x.Needs, need => Assert.InRange(Array.IndexOf(names, need), 0, Array.IndexOf(names, x.Name) - 1))
        );
    }

    [Fact]
    public void What_is_promised_may_be_wrapped_but_not_missing()
    {
        var trouble = new Trouble("a", "b", 2, [], ["copy it into production", "exit code 1"]);
        Assert.True(trouble.Judge(2, "Please copy it\n    into production:\nexit code 1").Holds);
        Assert.False(trouble.Judge(1, "copy it into production, exit code 1").Holds);
        Assert.Equal(["exit code 1"], trouble.Judge(2, "copy it into production").Missing);
    }

    [Fact]
    public void A_run_fails_for_images_that_did_not_pass_and_troubles_that_were_not_explained() =>
        Assert.Equal(
            ["page did not pass: it ended with exit code 1", "page-naive was not measured", "no-tests ended with exit code 0 instead of 1"],
            GalleryResults.Three.Failures
        );

    [Fact]
    public void The_record_is_of_an_image_that_passed_in_a_run_of_all()
    {
        Assert.Equal("server", GalleryResults.Three.Record?.Sample.Name);
        Assert.Null((GalleryResults.Three with { IsWhole = false }).Record);
        Assert.Null((GalleryResults.Three with { Rows = [GalleryResults.Three.Rows[2]] }).Record);
    }

    private static string[] Names(params string[] texts) => [.. BaseImage.NamedIn(texts).Select(x => x.Name)];
}
