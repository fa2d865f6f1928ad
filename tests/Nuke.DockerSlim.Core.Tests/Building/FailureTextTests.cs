using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Planning;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class FailureTextTests
{
    [Fact]
    public void A_failing_step_is_told_with_its_place_exit_code_and_last_lines() =>
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "src/shop/Dockerfile:15: 'RUN npm test' failed in stage 'test' (exit code 1).",
                "Its last lines:",
                "    1 failed",
                "    npm error"
            ),
            Text(
                new()
                {
                    Kind = BuildFailureKind.Step,
                    Reason = "process \"/bin/sh -c npm test\" did not complete successfully: exit code: 1",
                    Line = 15,
                    Stage = "test",
                    Instruction = "RUN npm test",
                    Output = ["1 failed", "npm error"],
                }
            )
        );

    [Fact]
    public void A_long_instruction_is_cut() =>
        Assert.Equal(
            $"src/shop/Dockerfile: 'RUN {new string('x', 113)}...' failed in stage 'test' (killed).",
            Text(
                new()
                {
                    Kind = BuildFailureKind.Step,
                    Reason = "killed",
                    Stage = "test",
                    Instruction = "RUN " + new string('x', 200),
                }
            )
        );

    [Theory]
    [InlineData(BuildFailureKind.Dockerfile, "src/shop/Dockerfile:3: the Dockerfile cannot be built: why.")]
    [InlineData(
        BuildFailureKind.BaseImage,
        "src/shop/Dockerfile:3: a base image cannot be resolved: why. Check its name and tag, your login (docker login) and the network."
    )]
    [InlineData(
        BuildFailureKind.Frontend,
        "src/shop/Dockerfile:3: the frontend that the '# syntax=' line names cannot be resolved: why. Check its name, your login (docker login) and the network, or take the line out: the builder's own frontend then reads the Dockerfile."
    )]
    [InlineData(
        BuildFailureKind.DiskFull,
        "src/shop/Dockerfile:3: the engine's disk is full: why. Make room with docker system prune or docker buildx prune, then run again."
    )]
    [InlineData(
        BuildFailureKind.Engine,
        "The engine ended the build of shop: why. Check that it still runs (docker version), then run again."
    )]
    public void Each_kind_says_what_to_do(BuildFailureKind kind, string text) =>
        Assert.Equal(
            text,
            Text(
                new()
                {
                    Kind = kind,
                    Reason = "why",
                    Line = 3,
                }
            )
        );

    [Theory]
    [InlineData(BuildFailureKind.Step, SlimExitCode.Input)]
    [InlineData(BuildFailureKind.Dockerfile, SlimExitCode.Input)]
    [InlineData(BuildFailureKind.BaseImage, SlimExitCode.Engine)]
    [InlineData(BuildFailureKind.Frontend, SlimExitCode.Engine)]
    [InlineData(BuildFailureKind.DiskFull, SlimExitCode.Engine)]
    [InlineData(BuildFailureKind.Engine, SlimExitCode.Engine)]
    public void The_kind_decides_the_exit_code(BuildFailureKind kind, SlimExitCode code) =>
        Assert.Equal(code, new BuildFailedException("x", new() { Kind = kind, Reason = "why" }).ExitCode);

    [Fact]
    public void A_program_of_another_platform_is_told_with_what_to_do() =>
        Assert.Equal(
            "src/shop/Dockerfile:3: 'RUN make' failed in stage 'production' for linux/arm64 (exit code 1). The builder cannot run programs of that platform: build them on its own (FROM --platform=$BUILDPLATFORM) and copy them, or let it emulate (binfmt_misc with QEMU).",
            FailureText
                .For(
                    Targets.Of(Targets.Shop).ForPlatform("linux/arm64"),
                    new()
                    {
                        Kind = BuildFailureKind.Step,
                        Reason = "process \"/bin/sh -c make\" did not complete successfully: exit code: 1",
                        Line = 3,
                        Stage = "production",
                        Instruction = "RUN make",
                        Output = ["exec /bin/sh: exec format error"],
                    }
                )
                .Split(Environment.NewLine)[0]
        );

    private static string Text(BuildFailure failure) => FailureText.For(Targets.Of(Targets.Shop), failure);
}
