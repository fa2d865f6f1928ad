using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class SmokeOverridesTests
{
    private static readonly ImageDefinition Shop = new("acme/shop")
    {
        Smoke = new() { SmokeLog = "ready", SmokeEnvironment = ["A=1"] },
    };

    [Fact]
    public void A_run_sets_what_it_names_and_adds_variables()
    {
        var parameters = new ImageParameters
        {
            SmokeImage = true,
            SmokeUrl = ":8080/",
            SmokeCommand = "serve",
            SmokeExitCode = "143",
            SmokeEnvironment = ["B=2"],
            SmokeTimeLimit = "5s",
        };

        var smoke = DefinitionOverrides.Apply([Shop], parameters)[0].Smoke;

        Assert.Equal(
            (true, ":8080/", "ready", "serve", 143),
            (smoke.SmokeImage, smoke.SmokeUrl, smoke.SmokeLog, smoke.SmokeCommand, smoke.SmokeExitCode)
        );
        Assert.Equal(["A=1", "B=2"], smoke.SmokeEnvironment);
        Assert.Equal(TimeSpan.FromSeconds(5), smoke.SmokeTimeLimit);
        Assert.Equal("up", DefinitionOverrides.Apply([Shop], new() { SmokeLog = "up" })[0].Smoke.SmokeLog);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("none")]
    public void An_exit_code_is_a_number_of_a_byte(string text) =>
        Assert.Equal(
            [$"--smoke-exit-code: '{text}' is no exit code; use a whole number from 0 to 255."],
            Assert.Throws<InputException>(() => DefinitionOverrides.Apply([Shop], new() { SmokeExitCode = text })).Problems
        );

    [Fact]
    public void Only_a_command_alone_has_to_end()
    {
        Assert.Equal(0, new SmokeCheck { SmokeCommand = "x" }.ExpectedExitCode);
        Assert.Null(new SmokeCheck { SmokeCommand = "x", SmokeLog = "y" }.ExpectedExitCode);
        Assert.Null(new SmokeCheck { SmokeImage = true }.ExpectedExitCode);
    }

    [Fact]
    public void What_cannot_work_is_said_before_anything_is_built() =>
        Assert.Equal(
            [
                "--smoke-url: 'shop:80' is no address in the container; write http://:8080/health, or /health where the image exposes one port.",
                "--smoke-environment: 'A' has no name and value; write NAME=value.",
            ],
            DefinitionChecks.Problems([
                new("acme/shop")
                {
                    Smoke = new() { SmokeUrl = "shop:80", SmokeEnvironment = ["A"] },
                },
            ])
        );
}
