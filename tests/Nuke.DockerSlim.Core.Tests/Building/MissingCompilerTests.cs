using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Tests.Planning;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class MissingCompilerTests
{
    [Theory]
    [InlineData("/bin/sh: 1: gcc: not found", "gcc")]
    [InlineData("bash: line 1: make: command not found", "make")]
    [InlineData("sh: g++: not found", "g++")]
    [InlineData("error: command 'gcc' failed: No such file or directory", "gcc")]
    [InlineData("  error: command 'x86_64-linux-gnu-gcc' failed: No such file or directory", "x86_64-linux-gnu-gcc")]
    [InlineData("error: command '/usr/bin/gcc-12' failed: No such file or directory", "gcc-12")]
    [InlineData("unable to execute 'gcc': No such file or directory", "gcc")]
    [InlineData("npm error gyp ERR! stack Error: not found: make", "make")]
    [InlineData("error: linker `cc` not found", "cc")]
    public void What_was_to_compile_and_is_not_there_is_named(string line, string tool) =>
        Assert.Equal(tool, MissingCompiler.Find(["Building wheel", line, "ERROR: Failed"]));

    [Theory]
    [InlineData("sh: jest: not found")]
    [InlineData("makefile: not found in this folder")]
    [InlineData("error: command 'gcc' failed with exit code 1")]
    [InlineData("gcc: error: unrecognized option")]
    [InlineData("occ: not founded")]
    public void Whatever_else_went_wrong_is_none(string line) => Assert.Null(MissingCompiler.Find([line]));

    [Fact]
    public void The_sentence_says_what_to_do() =>
        Assert.Contains(
            "its base image has no make: build that in a stage whose base has a compiler",
            FailureText.For(
                Targets.Of(Targets.Shop),
                new()
                {
                    Kind = BuildFailureKind.Step,
                    Reason = "exit code: 1",
                    Stage = "production",
                    Instruction = "RUN npm ci",
                    Output = ["gyp ERR! stack Error: not found: make"],
                }
            ),
            StringComparison.Ordinal
        );
}
