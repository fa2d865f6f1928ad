using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class SarifWorkTests : PipelineTest
{
    private string Written => Path.Combine(Context, "reports", "slim.sarif");

    [Fact]
    public async Task Checks_alone_write_what_they_find_and_what_is_switched_off()
    {
        File.WriteAllText(Path.Combine(Context, "Dockerfile"), "FROM debian AS test\n# slim ignore=root-user\nFROM test AS production\n");
        Take(Work.Target.Definition with { IgnoredRules = ["unpinned-base"] });
        var sarif = new SarifWork(Written, Context, "0.1.0");
        sarif.Begin();
        Assert.False(File.Exists(Written));

        await Pipeline.LintAsync(Work, default);
        sarif.Write([Work]);

        var results = JsonNode.Parse(File.ReadAllText(Written))!["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(
            ["root-user inSource", "unpinned-base external"],
            results.Where(x => x!["suppressions"] is not null).Select(x => $"{x!["ruleId"]} {x["suppressions"]![0]!["kind"]}").Order()
        );
        Assert.Equal(["slim.sarif"], Directory.GetFiles(Path.GetDirectoryName(Written)!).Select(Path.GetFileName));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_before_anything_is_built()
    {
        File.WriteAllText(Path.Combine(Context, "reports"), "a file");
        var e = Assert.Throws<InputException>(new SarifWork(Written, Context, null).Begin);
        Assert.Contains("slim.sarif cannot be written", e.Message);
        Assert.Contains("--sarif-file", e.Message);
    }
}
