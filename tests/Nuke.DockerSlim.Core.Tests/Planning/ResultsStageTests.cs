using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Planning;

public sealed class ResultsStageTests
{
    [Fact]
    public void Is_put_behind_the_users_lines_which_keep_their_numbers() =>
        Assert.Equal(
            "FROM node:20 AS test\nRUN npm test\n\nFROM scratch AS dockerslim-test-results\nCOPY --from=test [\"/out\", \"/results/\"]\n",
            ResultsStage.Append("FROM node:20 AS test\nRUN npm test", "test", "/out")
        );

    [Fact]
    public void A_path_may_have_spaces_quotes_and_backslashes() =>
        Assert.EndsWith(
            "COPY --from=test [\"/test results/a \\\"b\\\" \\\\c\", \"/results/\"]\n",
            ResultsStage.Append("", "test", "/test results/a \"b\" \\c")
        );
}
