using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Testing;

/// <summary>Concludes from a build of the test stage, and from what ran in it, what the tests came to.</summary>
public static class TestVerdict
{
    /// <summary>The tests are the stage's own steps.</summary>
    /// <param name="outcome">The build of the test stage.</param>
    /// <param name="stage">The test stage's name.</param>
    public static TestStatus OfSteps(BuildOutcome outcome, string stage)
    {
        if (outcome.Failure is not null)
            return TestStatus.Failed;
        var own = outcome.Trace.Vertices.Where(x => x.IsRun && DockerfileStage.IsSame(x.Stage, stage)).ToArray();
        // Stage without RUN: nothing in it can have tested anything.
        if (own.Length == 0)
            return TestStatus.NotRun;
        return own.All(x => x.Cached) ? TestStatus.Reused : TestStatus.Passed;
    }

    /// <summary>The tests are a command; its exit code decides, and a failing test in the results outvotes it.</summary>
    /// <param name="facts">What the result files say; status unset.</param>
    /// <param name="run">The run.</param>
    /// <param name="definition">The image's definition.</param>
    public static TestFacts OfCommand(TestFacts facts, TestRun run, ImageDefinition definition) =>
        run switch
        {
            { TimedOut: true } => facts with
            {
                Status = TestStatus.Failed,
                Message = Say($"'{definition.TestCommand}' was stopped at its time limit of {definition.TestTimeLimit.Text}.", run),
            },
            { ExitCode: not (null or 0) } => facts with
            {
                Status = TestStatus.Failed,
                Message = Say($"'{definition.TestCommand}' ended with exit code {run.ExitCode} in stage '{definition.TestStage}'.", run),
            },
            _ when facts.Failed > 0 => facts with
            {
                Status = TestStatus.Failed,
                Message =
                    $"{definition.TestResults} names {facts.Failed} failed tests although '{definition.TestCommand}' ended with exit code 0.",
            },
            _ => facts with { Status = TestStatus.Passed },
        };

    private static string Say(string sentence, TestRun run) =>
        run.LastLines.Count == 0
            ? sentence
            : string.Join(Environment.NewLine, [sentence, "Its last lines:", .. run.LastLines.Select(x => "    " + x)]);
}
