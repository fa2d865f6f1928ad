using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class PatchLinesTests
{
    [Fact]
    public void Added_lines_have_their_numbers_and_their_positions_over_all_hunks()
    {
        const string patch = """
            @@ -1,3 +1,4 @@ FROM node
             FROM node
            -WORKDIR /
            +WORKDIR /app
            +COPY . .
             RUN npm ci
            @@ -20,2 +21,2 @@
            -CMD a
            +CMD b
             # end
            \ No newline at end of file
            """;

        Assert.Equal(
            new Dictionary<int, int>
            {
                [2] = 3,
                [3] = 4,
                [21] = 8,
            },
            PatchLines.Added(patch.ReplaceLineEndings("\n"))
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+no hunk")]
    [InlineData("@@ -1 +99999999999 @@\n+far")]
    public void What_is_no_patch_adds_nothing(string? patch) => Assert.Empty(PatchLines.Added(patch));
}
