using Nuke.DockerSlim.Components;

namespace Nuke.DockerSlim.Tests.Components;

public sealed class ParallelTurnTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("100", 100)]
    public void A_number_of_images_is_read(string? text, int expected)
    {
        Assert.Null(ParallelTurn.Read(text, out var count));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-2")]
    [InlineData("all")]
    [InlineData("")]
    public void Anything_else_is_said(string text)
    {
        Assert.Equal(
            $"--parallel-images: '{text}' is not a number of images; use a whole number from 1 to 100.",
            ParallelTurn.Read(text, out var count)
        );
        Assert.Equal(1, count);
    }
}
