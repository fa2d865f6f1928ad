using System.Runtime.CompilerServices;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// One run of the targets over all images of a build: what the targets' bodies call. Each target goes through every image, so that one that
/// fails does not hide the others, and fails once at its end. An image that could not be built is left out by the targets after.
/// </summary>
internal sealed partial class ImageRun
{
    private static readonly ConditionalWeakTable<INukeBuild, ImageRun> Runs = [];
    private readonly IHazImages _build;
    private readonly RunFailures _failures;
    private readonly ImageTurns _turns;
    private readonly RunSchedule _schedule;
    private RunSetup? _setup;

    private ImageRun(IHazImages build)
    {
        _build = build;
        _failures = new RunFailures(build);
        _turns = new ImageTurns(_failures);
        _schedule = new RunSchedule(build);
    }

    private RunSetup Setup => _setup ?? throw new InvalidOperationException($"{nameof(IHazImages.PrepareImages)} has not run.");

    // An image whose report could not be taken up has nothing to show.
    private IEnumerable<ImageWork> Known => Setup.Works.Where(x => x.Report.Image.Name.Length > 0);

    /// <summary>The run of a build; the same for all its targets.</summary>
    public static ImageRun Of(IHazImages build) => Runs.GetValue(build, x => new ImageRun((IHazImages)x));

    public async Task PrepareAsync()
    {
        if (_build.DryRun)
            await _turns.OnceAsync(_ => DryRunTurn.ShowAsync(_build), "Interrupted; nothing was run.").ConfigureAwait(false);
        else
            _setup = await _turns.PrepareAsync(_build).ConfigureAwait(false);
    }

    public async Task LintAsync()
    {
        try
        {
            await EachAsync(Setup.Pipeline.LintAsync).ConfigureAwait(false);
        }
        finally
        {
            // Otherwise they stand in the report that the run ends with.
            if (!_schedule.MakesReport)
                Setup.Console.ShowFindings(Setup.Works.Where(x => !_failures.IsOut(x)));
        }
    }

    public async Task MeasureAsync()
    {
        await EachAsync(
                async (work, token) =>
                {
                    work.ResumeToMeasure(Setup.Tool);
                    if (work.Target.Definition.MeasuredImage is not null)
                    {
                        await Setup.Platforms.MeasureAsync(work, token).ConfigureAwait(false);
                        await Setup.Scan.RunAsync(work, token).ConfigureAwait(false);
                        return;
                    }
                    await MeasureBuiltAsync(work, token).ConfigureAwait(false);
                    await Setup.Scan.RunAsync(work, token).ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
        ShowUnlessLater();
    }

    // A process for buildx's version costs little while the image is weighed.
    private async Task MeasureBuiltAsync(ImageWork work, CancellationToken token)
    {
        var version = BuildxVersion.RecallAsync(Setup.Docker, BuildxPlugin.OfThisUser, Setup.Answers, token);
        await Setup.Platforms.MeasureAsync(work, token).ConfigureAwait(false);
        work.Update(work.Report with { Tool = work.Report.Tool with { Buildx = await version.ConfigureAwait(false) } });
    }

    /// <summary>Whether an image has a smoke check.</summary>
    public bool WantsSmoke => _setup?.Works.Any(x => x.Target.Definition.Smoke.IsSet) ?? false;

    public async Task SmokeAsync()
    {
        try
        {
            await EachAsync((work, token) => SmokeTurn.TakeAsync(Setup, work, token)).ConfigureAwait(false);
        }
        finally
        {
            Summarize(x => SummaryWord.Of(x.Report.Smoke));
        }
    }

    public async Task TryAdviceAsync(bool apply)
    {
        try
        {
            var request = new AdviceRequest(Setup.Tool, _build.Scenarios is not null, apply);
            await EachAsync((work, token) => Setup.Advice.RunAsync(work, request, Setup.Console, token)).ConfigureAwait(false);
        }
        finally
        {
            Setup.Console.ShowAdvice([.. Known.Select(x => x.Report)]);
        }
    }

    public async Task CheckBudgetsAsync()
    {
        try
        {
            await EachAsync(
                    async (work, token) =>
                    {
                        work.Resume();
                        await Setup.Platforms.FindBaselineAsync(work, token).ConfigureAwait(false);
                        Setup.Ratchet.Judge(work, Setup.Console.Say);
                    }
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ShowUnlessLater();
        }
    }

    public async Task PushAsync()
    {
        try
        {
            await EachAsync(PushAsync, withFailed: true).ConfigureAwait(false);
        }
        finally
        {
            Summarize(x => SummaryWord.Of(x.Report.Push));
        }
    }

    /// <summary>Shows every image's report.</summary>
    public void ShowReports()
    {
        if (Known.Select(x => x.Report).ToArray() is { Length: > 0 } reports)
        {
            Setup.Step.HandOn(reports);
            Setup.Console.Show(reports);
        }
        Summarize(x => ReportSentence.Word(x.Report.Outcome));
    }

    /// <summary>Shows the reports, comments on the pull request, and keeps targets that need SlimImage from running where something failed.</summary>
    public async Task ConcludeAsync(ICommentOnPullRequest build)
    {
        WritePages();
        ShowReports();
        await CommentAsync(token => new PullRequestTurn(build, Setup.Console.Say).AfterRunAsync([.. Known.Select(x => x.Report)], token))
            .ConfigureAwait(false);
        // The failures have been told; another one is only for the sake of targets to come, and the exit code stays.
        if (_failures.Any && _build.ScheduledTargets.Count > 0)
            throw new InputException(
                $"Not everything holds ({string.Join(", ", Known.Select(x => $"{x.Target.Definition.Name}: {ReportSentence.Word(x.Report.Outcome)}"))}), so the targets behind {nameof(ISlimImage.SlimImage)} are not run."
            );
    }

    /// <summary>Comments on the pull request from reports that an earlier run left.</summary>
    public Task CommentAsync(ICommentOnPullRequest build) =>
        CommentAsync(token =>
        {
            RunTargets.RequireKnown(build);
            return new PullRequestTurn(build, Console.WriteLine).FromReportsAsync(token);
        });

    private Task CommentAsync(Func<CancellationToken, Task> act) =>
        _turns.OnceAsync(act, "Interrupted while commenting on the pull request.");

    // Nuke's table shows it behind the target: without it a target that did nothing for a good reason looks like one that did all.
    private void Summarize(Func<ImageWork, string> word) =>
        _build.ReportSummary(x => Known.Aggregate(x, (pairs, work) => pairs.AddPair(work.Target.Definition.Name, word(work))));

    private void WritePages()
    {
        // The page shows the runs.
        foreach (var sentence in Known.SelectMany(x => (IEnumerable<string>)[.. RunHistory.Keep(x), .. PageWork.Write(x)]))
            Setup.Console.Say(sentence);
    }

    private void ShowUnlessLater()
    {
        if (!_schedule.ShowsReportLater)
            ShowReports();
    }

    private async Task PushAsync(ImageWork work, CancellationToken token)
    {
        work.Resume();
        if (PushTurn.HasNoTagHere(work))
        {
            Setup.Console.Say($"{work.Target.Definition.Name} was not pushed: none of its tags applies to this commit.");
            return;
        }
        if (await Setup.Platforms.PushAsync(work, token).ConfigureAwait(false))
            return;
        var withheld = new PushWithheldException(work.Target.Definition.Name, work.Report);
        Setup.Console.Say(withheld.Message);
        if (_failures.Of(work) is null)
            throw withheld;
    }

    private async Task EachAsync(Func<ImageWork, CancellationToken, Task> act, int together = 1, bool withFailed = false)
    {
        try
        {
            using var _ = Setup.Step.TakeNoCommands();
            await _turns.EachAsync(Setup, act, together, withFailed).ConfigureAwait(false);
        }
        finally
        {
            if (!_schedule.ShowsReportLater)
                WritePages();
            Setup.Sarif?.Write(Setup.Works);
        }
    }
}
