using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Checking;

public sealed class EnvironmentPairsTests
{
    [Theory]
    [InlineData("ENV A=1 B=\"2 3\"", "A=1|B=2 3")]
    [InlineData("ENV A some words", "A=some words")]
    [InlineData("ARG A", "A=none")]
    [InlineData("ARG A= B=x\\ y", "A=|B=x y")]
    // No shell looks at them.
    [InlineData("ENV URL=https://x/?a=1&b=2;c", "URL=https://x/?a=1&b=2;c")]
    public void Names_have_their_values(string line, string expected)
    {
        var pairs = EnvironmentPairs.Of(Dockerfile.Parse(line, []).Instructions[0]);
        Assert.Equal(expected, string.Join('|', pairs.Select(x => $"{x.Key}={x.Value ?? "none"}")));
    }
}
