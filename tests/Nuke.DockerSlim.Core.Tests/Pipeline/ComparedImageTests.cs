using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Hosting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class ComparedImageTests : PipelineTest
{
    [Fact]
    public async Task The_measured_image_is_held_against_another_place()
    {
        var other = new OciTar();
        other.Image("linux/amd64", OciTar.GZip(OciTar.Layer("etc/base", 5_000)), OciTar.GZip(OciTar.Layer("opt/tool", 9_000)));
        await File.WriteAllBytesAsync(Path.Combine(Context, "main.tar"), other.ToStream().ToArray());
        Take(Work.Target.Definition with { ComparedImage = "oci-archive:main.tar" });

        await MeasuredAsync();

        var comparison = Measured.Comparison!;
        Assert.Equal("oci-archive:main.tar", comparison.With);
        Assert.Equal((700 - 9_000, 700, 9_000), (comparison.Delta.Bytes, comparison.Added.Bytes, comparison.Removed.Bytes));
        Assert.Equal(Measured.Contents!.Live, comparison.Live);
        Assert.Equal(["/opt/tool", "/app"], comparison.Paths.Select(x => x.Path));
        Assert.Equal([1], comparison.Gone.Select(x => x.Layer));
    }

    [Fact]
    public async Task Another_that_is_not_there_is_said_and_the_figures_stay()
    {
        Take(Work.Target.Definition with { ComparedImage = "oci-archive:main.tar" });
        var e = await Assert.ThrowsAsync<InputException>(MeasuredAsync);
        Assert.Contains("main.tar", e.Message);
        Assert.NotNull(Measured.Sizes);
        Assert.Null(Measured.Comparison);
    }

    [Fact]
    public async Task A_secret_is_told_before_anything_is_compared()
    {
        await File.WriteAllTextAsync(Path.Combine(Context, "token"), "\0\0\0\0\0\0\0\0\0\0\0\0");
        Take(Work.Target.Definition with { ComparedImage = "oci-archive:main.tar", BuildSecrets = ["id=token,src=token"] });
        await Assert.ThrowsAsync<BudgetExceededException>(MeasuredAsync);
    }
}
