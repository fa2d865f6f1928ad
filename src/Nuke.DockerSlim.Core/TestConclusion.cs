using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim;

/// <summary>Concludes what tests came to.</summary>
internal static class TestConclusion
{
    /// <summary>What a build of the test stage, and its command where it has one, came to.</summary>
    /// <param name="work">The image.</param>
    /// <param name="step">The build.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="tests">Runs commands.</param>
    /// <param name="output">Told each line of a command.</param>
    /// <param name="cancellationToken">Interrupts the command.</param>
    public static async Task<TestFacts> OfAsync(
        ImageWork work,
        BuildStep step,
        BuildOutcome outcome,
        ITestStageRunner tests,
        IProgress<string> output,
        CancellationToken cancellationToken
    )
    {
        var definition = work.Target.Definition;
        if (step.Reference is not { } reference)
        {
            var counted = outcome.Results.Count == 0 ? new TestFacts() : TestResultsReader.Read(outcome.Results);
            return counted with { Status = counted.Failed > 0 ? TestStatus.Failed : TestVerdict.OfSteps(outcome, step.Stage) };
        }
        var request = new TestRequest(reference, definition.TestCommand!, definition.TestTimeLimit, definition.TestResults);
        var run = await tests.RunAsync(request, work.Masked(output), cancellationToken).ConfigureAwait(false);
        return TestVerdict.OfCommand(run.Results.Count == 0 ? new TestFacts() : TestResultsReader.Read(run.Results), run, definition);
    }

    /// <summary>The sentence about failed tests.</summary>
    /// <param name="facts">The tests.</param>
    public static string Count(TestFacts facts) =>
        $"{facts.Failed} of {facts.Total} tests failed: {string.Join(", ", facts.Failures.Take(3).Select(x => x.Name))}{(facts.Failures.Count > 3 ? ", ..." : "")}.";
}
