using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Dockerfiles;

public sealed class CopyArgumentsTests
{
    [Theory]
    [InlineData("COPY --from=x a b /c/", "a|b > /c/")]
    [InlineData("COPY [\"a b\", \"/c d/\"]", "a b > /c d/")]
    [InlineData("COPY \"a b\" '/c'", "a b > /c")]
    // No shell looks at them.
    [InlineData("COPY a;b c&d # /e", "a;b|c&d|# > /e")]
    [InlineData("COPY <<EOF <<\"X\" a /c\nEOF\nX", "a > /c")]
    [InlineData("COPY", " > ")]
    public void Sources_and_destination_are_told_apart(string line, string expected)
    {
        var copy = CopyArguments.Of(Dockerfile.Parse(line, []).Instructions[0]);
        Assert.Equal(expected, $"{string.Join('|', copy.Sources)} > {copy.Destination}");
    }
}
