using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Testing;

/// <summary>Adds up the results of all files.</summary>
internal sealed class TestResults
{
    private const int MostFailures = 100;
    private const int LongestName = 500;

    /// <summary>Characters of a message that are kept.</summary>
    public const int LongestMessage = 2000;

    private readonly List<TestFailure> _failures = [];
    private int _files;
    private int _total;
    private int _skipped;
    private TimeSpan _duration;

    /// <summary>Tests that failed so far.</summary>
    public int Failed { get; private set; }

    /// <summary>Another file begins.</summary>
    public void Begin() => _files++;

    /// <summary>Adds a test.</summary>
    /// <param name="result">Its result.</param>
    public void Add(TestResult result)
    {
        _total++;
        _duration += result.Duration;
        switch (result.Outcome)
        {
            case TestResultOutcome.Skipped:
                _skipped++;
                break;
            case TestResultOutcome.Failed:
                Failed++;
                if (_failures.Count < MostFailures)
                    _failures.Add(new(ShortText.Head(UntrustedText.OneLine(result.Name), LongestName), Message(result.Message)));
                break;
        }
    }

    /// <summary>What it all came to.</summary>
    public TestFacts ToFacts()
    {
        if (_files == 0)
            return new() { Message = "No test result file was found." };
        return new()
        {
            Status =
                Failed > 0 ? TestStatus.Failed
                : _total > 0 ? TestStatus.Passed
                : TestStatus.NotRun,
            Total = _total,
            Failed = Failed,
            Skipped = _skipped,
            Milliseconds = (long)Math.Round(_duration.TotalMilliseconds),
            Failures = _failures,
            Message = _total == 0 ? $"The test result {(_files == 1 ? "file holds" : "files hold")} no test." : null,
        };
    }

    private static string Message(string text) =>
        ShortText.Head(UntrustedText.WithoutEscapes(text).Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), LongestMessage);
}
