using System.Globalization;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim;

/// <summary>Judges images, and lets the limits that the repository keeps follow: down by themselves, up for a reason.</summary>
/// <param name="file">Where they are kept.</param>
/// <param name="given">The limits that count in this run.</param>
/// <param name="lowers">Whether improvements lower them.</param>
/// <param name="reason">Why exceeded ones are to be raised; null: they are not.</param>
/// <param name="isAlone">Whether the build has one image, so that a limit without an image's name is that one's.</param>
/// <param name="redefine">The image, by its name, with other limits in place of those that count.</param>
/// <param name="clock">The time of day.</param>
public sealed class RatchetWork(
    BudgetFile file,
    IReadOnlyList<string> given,
    bool lowers,
    string? reason,
    bool isAlone,
    Func<IReadOnlyList<string>, string, ImageDefinition> redefine,
    TimeProvider clock
)
{
    private const int LongestReason = 200;

    /// <summary>Judges an image.</summary>
    /// <param name="work">The image, what it is held against found.</param>
    /// <param name="output">Told each limit that changed.</param>
    /// <exception cref="BudgetExceededException">A limit is not met, and was not to be raised or cannot be.</exception>
    /// <exception cref="InputException">The file cannot be read or written, or the run's limits are not the file's.</exception>
    public void Judge(ImageWork work, Action<string> output)
    {
        if (lowers || reason is not null)
            RequireOwnLimits();
        try
        {
            PlatformPipeline.Judge(work);
        }
        catch (BudgetExceededException) when (reason is not null)
        {
            if (Raised(work) is not { Count: > 0 } raised)
                throw;
            var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            file.Write(raised, [.. raised.Select(x => $"{day} {x}: {Reason()}")]);
            Tell(raised, "raised", output);
            Relimit(work);
            PlatformPipeline.Judge(work);
            return;
        }
        // What a broken image weighs is nobody's aim.
        if (!lowers || work.Report.Tests.Status == TestStatus.Failed || work.Report.Smoke.Status == SmokeStatus.Failed)
            return;
        LimitChange[] lowered = [.. work.Each.SelectMany(x => BudgetRatchet.Lower(Prefix(x), x.Report.Budget, Floor(x))).Select(AsKept)];
        if (lowered.Length == 0)
            return;
        file.Write(lowered, []);
        Tell(lowered, "lowered", output);
        Relimit(work);
        PlatformPipeline.Judge(work);
    }

    // Of limits that are kept elsewhere nothing is known here: raising them is done there.
    private IReadOnlyList<LimitChange> Raised(ImageWork work) =>
        [
            .. work
                .Each.SelectMany(x => BudgetRatchet.Raise(Prefix(x), x.Report.Budget, Floor(x)))
                .Select(AsKept)
                .Where(x => file.Read().Any(y => BudgetFile.IsOf(y, x.Key))),
        ];

    // InitSlimImage writes the limits of a single image without its name; beside one with it the file would hold two.
    private LimitChange AsKept(LimitChange change)
    {
        var entries = file.Read();
        return
            isAlone
            && change.Key.Split(':') is [_, var bare]
            && !entries.Any(x => BudgetFile.IsOf(x, change.Key))
            && entries.Any(x => BudgetFile.IsOf(x, bare))
            ? change with
            {
                Key = bare,
            }
            : change;
    }

    private void RequireOwnLimits()
    {
        if (reason is not null && Reason().Length == 0)
            throw new InputException("--raise-reason says nothing; say why the limits are raised.");
        if (!file.Read().SequenceEqual(given))
            throw new InputException(
                $"--budget-limits is not what {file.Path} has, and --ratchet-budget and --raise-reason change limits there; leave --budget-limits out."
            );
    }

    private void Relimit(ImageWork work)
    {
        var image = redefine(file.Read(), work.Target.Definition.Name);
        work.Relimit(image.Budget, image.PlatformBudgets);
    }

    private string Reason()
    {
        var text = UntrustedText.OneLine(reason!).Trim();
        return text.Length <= LongestReason ? text : text[..LongestReason];
    }

    private void Tell(IEnumerable<LimitChange> changes, string done, Action<string> output)
    {
        foreach (var change in changes)
            output($"limit {done}: {change} ({file.Path})");
    }

    private static string Prefix(ImageWork work) =>
        work.Target.PlatformOfSeveral is { } platform ? $"{work.Target.Definition.Name}:{platform}:" : $"{work.Target.Definition.Name}:";

    private static Values.ByteSize Floor(ImageWork work) =>
        work.Target.Definition.BudgetFor(work.Report.Image.Platform).GrowthFloor ?? GrowthJudge.UsualFloor;
}
