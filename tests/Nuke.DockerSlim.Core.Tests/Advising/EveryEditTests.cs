using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Tests.Checking;

namespace Nuke.DockerSlim.Tests.Advising;

/// <summary>What holds for every edit of every Dockerfile that the rules are tested with.</summary>
public sealed class EveryEditTests
{
    private static readonly string[] Lists = ["package.json", "requirements.txt", "go.mod", ".git/", "node_modules/", ".env", "yarn.lock"];

    public static TheoryData<string> Edits => [.. AdviceEdits.All.Select(x => x.GetType().Name)];

    [Theory]
    [MemberData(nameof(Edits))]
    public void It_is_done_once_and_for_all(string name) =>
        Each(
            name,
            (edit, _, edited) =>
            {
                Assert.Null(edit.Apply(edited));
                Assert.NotNull(Dockerfile.Parse(edited.Dockerfile, []).Find(edited.ProductionStage));
            }
        );

    [Theory]
    [MemberData(nameof(Edits))]
    public void Line_ends_make_no_difference(string name) =>
        Each(
            name,
            (edit, image, edited) =>
                Assert.Equal(
                    WithReturns(edited.Dockerfile),
                    edit.Apply(image with { Dockerfile = WithReturns(image.Dockerfile) })!.Dockerfile
                )
        );

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_describes_the_image_stays_in_production(string name) =>
        Each(
            name,
            (_, image, edited) =>
                Assert.Equal(Describing(image), Describing(edited).Where(x => x != "USER 1000:1000" || Describing(image).Contains(x)))
        );

    [Fact]
    public void A_file_that_is_as_it_should_be_is_left_alone()
    {
        var folder = Path.Combine(Recordings.RepositoryRoot, "samples", "orders-api");
        var image = AdvisedSample.Of(
            File.ReadAllText(Path.Combine(folder, "Dockerfile")),
            File.ReadAllText(Path.Combine(folder, ".dockerignore")),
            File.ReadAllText(Path.Combine(folder, "package.json")),
            "production"
        );

        Assert.All(AdviceEdits.All, x => Assert.Null(x.Apply(image with { IsStarted = true })));
    }

    private static void Each(string name, Action<AdviceEdit, AdvisedImage, AdvisedImage> check)
    {
        var edit = AdviceEdits.All.Single(x => x.GetType().Name == name);
        var done = 0;
        foreach (var text in RuleFixture.All.Select(x => x.Text).Append(AdvisedSample.Naive))
        {
            var stages = Dockerfile.Parse(text, []);
            if (stages.Stages.Count == 0)
                continue;
            var production = stages.Find("production") ?? stages.Stages[^1];
            var image = AdvisedSample.Of(text, production: production.Name ?? $"{production.Index}", more: Lists) with { IsStarted = true };
            foreach (var one in (AdvisedImage[])[image, image with { IgnoreFile = "node_modules\n" }])
                if (edit.Apply(one) is { } edited)
                {
                    check(edit, one, edited);
                    done++;
                }
        }
        Assert.NotEqual(0, done);
    }

    private static string[] Describing(AdvisedImage image) =>
        [
            .. Dockerfile
                .Parse(image.Dockerfile, [])
                .Find(image.ProductionStage)!
                .Chain()
                .SelectMany(x => x.Instructions)
                .Where(x => x.Keyword is not ("RUN" or "COPY" or "ADD" or "WORKDIR"))
                .Select(x => $"{x.Keyword} {x.Arguments}"),
        ];

    private static string WithReturns(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
}
