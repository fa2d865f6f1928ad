using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Configuration;

/// <summary>What is forbidden is named by people, who mistype.</summary>
public sealed class ForbiddenTests
{
    [Theory]
    [InlineData("shel", "--forbid-in-image: 'shel' is nothing that can be forbidden; did you mean shell?")]
    [InlineData("package-manger", "--forbid-in-image: 'package-manger' is nothing that can be forbidden; did you mean package-manager?")]
    [InlineData(
        "everything",
        "--forbid-in-image: 'everything' is nothing that can be forbidden; use shell, compiler, package-manager, root, setuid, key-file, or several."
    )]
    [InlineData(
        "",
        "--forbid-in-image: '' is nothing that can be forbidden; use shell, compiler, package-manager, root, setuid, key-file, or several."
    )]
    public void A_word_that_is_none_is_a_problem(string word, string problem) =>
        Assert.Equal([problem], DefinitionChecks.Problems([new("acme/shop") { ForbidInImage = ["root", word] }]));

    [Fact]
    public void What_a_run_forbids_is_added_to_what_is_declared()
    {
        var image = Assert.Single(
            DefinitionOverrides.Apply(
                [new("acme/shop") { ForbidInImage = ["root"] }],
                new ImageParameters { ForbidInImage = ["shell", "setuid"] }
            )
        );
        Assert.Equal(["root", "shell", "setuid"], image.ForbidInImage);
        Assert.Empty(DefinitionChecks.Problems([image with { ForbidInImage = ImagePolicies.All }]));
    }
}
