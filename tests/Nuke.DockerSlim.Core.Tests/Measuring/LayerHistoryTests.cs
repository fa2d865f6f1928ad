using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class LayerHistoryTests
{
    private const string Text = """
        ARG NODE=node
        FROM $NODE AS deps
        ENV A=1
        RUN make
        FROM deps AS production
        ARG VERSION
        COPY . .
        CMD ["x"]
        """;

    [Fact]
    public void The_last_instructions_belong_to_the_last_entries() =>
        Assert.Equal(
            [(true, 2), (true, 2), (false, 4), (false, 7)],
            Origins(Text, 4, "/bin/sh -c apt", "-CMD", "ENV B", "-ENV A=1", "RUN make", "-ARG VERSION", "COPY . . # buildkit", "-CMD [x]")
        );

    [Fact]
    public void A_base_without_history_has_the_layers_that_are_left() =>
        Assert.Equal([(true, 2), (false, 4), (false, 7)], Origins(Text, 3, "-ENV A=1", "RUN make", "-ARG VERSION", "COPY . .", "-CMD [x]"));

    [Fact]
    public void What_a_stage_has_its_users_do_is_at_their_FROM() =>
        Assert.Equal(
            [(true, 1), (false, 4), (false, 5)],
            Origins("FROM a AS b\nONBUILD RUN x\nONBUILD ENV A=1\nFROM b AS c\nCOPY y z", 3, "RUN x", "-ENV A=1", "COPY y z")
        );

    [Fact]
    public void A_stage_from_nothing_has_no_base() => Assert.Equal([(false, 2)], Origins("FROM scratch\nCOPY a b", 1, "COPY a b"));

    [Theory]
    [InlineData(1, "RUN a")]
    [InlineData(1, "COPY a b", "-ENV A=1")]
    [InlineData(0, "COPY a b")]
    [InlineData(2, "COPY a b")]
    [InlineData(1)]
    public void What_does_not_fit_is_not_guessed(int layers, params string[] history) =>
        Assert.Empty(Origins("FROM scratch\nCOPY a b", layers, history));

    [Fact]
    public void An_unknown_stage_has_no_layers() =>
        Assert.Empty(LayerHistory.Origins(Samples.Image(), Dockerfile.Parse(Text, []), "elsewhere"));

    private static IEnumerable<(bool, int?)> Origins(string dockerfile, int layers, params string[] history) =>
        LayerHistory
            .Origins(
                Samples.Image() with
                {
                    Layers = [.. Enumerable.Range(0, layers).Select(x => Samples.Image().Layers[0])],
                    // A dash says that the entry made no layer.
                    History = [.. history.Select(x => new HistoryEntry(x.TrimStart('-'), x[0] == '-'))],
                },
                Dockerfile.Parse(dockerfile, []),
                Dockerfile.Parse(dockerfile, []).Instructions.Last(x => x.Keyword == "FROM").Arguments.Split(' ') is [.., "AS", var name]
                    ? name
                    : "0"
            )
            .Select(x => (x.FromBase, x.FirstLine));
}
