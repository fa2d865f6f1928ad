using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class SecretOutputTests : PipelineTest
{
    private const string Token = "npm_q7Rk2ZbW0xYt4Jv9";

    public SecretOutputTests()
    {
        File.WriteAllText(Path.Combine(Context, "token"), Token);
        Take(Work.Target.Definition with { BuildSecrets = ["id=npmrc,src=token"], Budget = new() });
    }

    [Fact]
    public async Task In_what_a_build_writes_they_are_found_and_masked()
    {
        Ports.Logs = step =>
            step.Scenario == BuildScenario.Cold
                ?
                [
                    new ProgressEvent.VertexChanged("v", "[production 2/2] RUN make", [], null, null, false, ""),
                    new ProgressEvent.OutputWritten("v", Encoding.UTF8.GetBytes($"token: {Token[..7]}")),
                    new ProgressEvent.OutputWritten("v", Encoding.UTF8.GetBytes($"{Token[7..]}\n")),
                ]
                : [];
        var e = await Assert.ThrowsAsync<BudgetExceededException>(BuildAsync);
        Assert.StartsWith("shop: The build secret 'npmrc' was written by a build: cold: [production 2/2] RUN make", e.Message);
        Assert.Equal("token: ***\n", string.Concat(Ports.Told.OfType<ProgressEvent.OutputWritten>().Select(x => x.Text)));
        await Pipeline.TestAsync(Work, new Progress<string>(), default);
        await Pipeline.MeasureAsync(Work, default);
        Assert.Equal([("log", true), (null, false)], Measured.Secrets.Select(x => (x.Place, x.Found!.Value)));
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.DoesNotContain(Token, e.ToString());
        Assert.DoesNotContain(Token, File.ReadAllText(Work.Folder.ReportFile));
    }

    [Fact]
    public async Task In_the_lines_of_a_test_command_they_are_masked()
    {
        Ports.Lines = [$"uses {Token}"];
        var told = new Lines();
        Take(Work.Target.Definition with { TestCommand = "npm test" });
        await Pipeline.PlanAsync(Work, default);
        await Pipeline.TestAsync(Work, told, default);
        Assert.Equal(["uses ***"], told);
    }

    private sealed class Lines : List<string>, IProgress<string>
    {
        public void Report(string value) => Add(value);
    }
}
