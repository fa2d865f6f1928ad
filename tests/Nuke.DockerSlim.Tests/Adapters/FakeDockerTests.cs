using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>What other tests trust the fake docker for, by its own check.</summary>
public sealed class FakeDockerTests
{
    [Fact]
    public async Task It_does_as_its_README_says()
    {
        var (exitCode, output) = await Tool.RunAsync(
            "bash",
            [Path.Combine(Fixtures.FakeDocker, "check.sh")],
            new Dictionary<string, string?>()
        );

        Assert.True(exitCode == 0, output);
        Assert.Contains("all holds", output, StringComparison.Ordinal);
    }
}
