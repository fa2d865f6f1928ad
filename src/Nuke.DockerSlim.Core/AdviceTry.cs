using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>What an image came to that was built of edited texts.</summary>
/// <param name="Image">The texts.</param>
/// <param name="Report">What it came to.</param>
/// <param name="Paths">Its files; null where a layer could not be looked into.</param>
/// <param name="IsCold">Whether its time is that of the cold build; else of the one after an edit.</param>
internal sealed record AdviceTry(AdvisedImage Image, ImageReport Report, IReadOnlySet<string>? Paths, bool IsCold)
{
    // Noise of a machine that does something else besides.
    private const double WorthSaying = 1.2;
    private const long WorthSayingMilliseconds = 3000;

    /// <summary>The unpacked size of its own layers; all of it where the base image's part is unknown.</summary>
    public ByteSize Unpacked => Report.Sizes?.OwnUnpacked ?? Report.Sizes?.Unpacked ?? default;

    /// <summary>What its build took, in milliseconds; null when that was not measured.</summary>
    public long? Milliseconds => (IsCold ? Report.Builds.Cold : Report.Builds.Edited) is { Void: null } build ? build.Milliseconds : null;

    /// <summary>Whether tests ran for it, now or earlier on the same inputs.</summary>
    public bool IsTested => Report.Tests.Status is TestStatus.Passed or TestStatus.Reused;

    /// <summary>Why it is no better than another; null when nothing speaks against it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="before">The other, without the edit.</param>
    public string? Objection(AdviceEdit edit, AdviceTry before)
    {
        if (before.Paths is { } had && Paths is { } has && KeptFiles.Objection(edit, had, has) is { } lost)
            return lost;
        if (before.IsTested && !IsTested)
            return "the tests no longer run";
        if (Report.Tests.Total < before.Report.Tests.Total)
            return $"only {Report.Tests.Total} of {before.Report.Tests.Total} tests ran";
        var grown = Unpacked.Bytes - before.Unpacked.Bytes;
        // A hundredth is what two installations of the same packages may differ by.
        if (grown > Math.Max(1_000_000, before.Unpacked.Bytes / 100))
            return $"the image grows by {new ByteSize(grown).Text}";
        return
            grown > -1_000_000
            && Milliseconds is { } now
            && before.Milliseconds is { } then
            && now > then * WorthSaying
            && now - then > WorthSayingMilliseconds
            ? $"the {(IsCold ? "cold build" : "build after an edit")} takes {TimeSpan.FromMilliseconds(now - then).Text} longer"
            : null;
    }

    /// <summary>What an edit saved.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="before">The image without it.</param>
    /// <param name="diff">What it changed.</param>
    public Advice Advice(AdviceEdit edit, AdviceTry before, string diff) =>
        new()
        {
            Title = edit.Title,
            Rules = edit.Rules,
            Saves = new ByteSize(before.Unpacked.Bytes - Unpacked.Bytes),
            SavesMilliseconds = before.Milliseconds - Milliseconds,
            Measured = true,
            Diff = diff,
        };
}
