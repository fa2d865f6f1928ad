using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>What a target came to, in the few words that Nuke's table has room for.</summary>
internal static class SummaryWord
{
    public static string Of(TestFacts tests) => tests.Total is { } total ? $"{total} {Of(tests.Status)}" : Of(tests.Status);

    public static string Of(SmokeFacts smoke) =>
        smoke.Status switch
        {
            SmokeStatus.NotRun => "not started",
            SmokeStatus.Passed => "runs",
            _ => "does not run",
        };

    public static string Of(ReproducibilityFacts? facts) =>
        facts?.Verdict switch
        {
            null => "not compared",
            ReproducibilityVerdict.Identical => "same image",
            ReproducibilityVerdict.SameContents => "same files",
            _ => "differs",
        };

    public static string Of(PushFacts push) =>
        push switch
        {
            { Pushed: true } => $"pushed {string.Join(", ", push.Tags)}",
            { Withheld: not null } => "withheld",
            { Moves.Count: > 0 } => "not finished",
            _ => "not pushed",
        };

    private static string Of(TestStatus status) => status == TestStatus.NotRun ? "not run" : status.ToString().ToLowerInvariant();
}
