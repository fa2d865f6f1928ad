#nullable enable
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>"It is smaller and still works": started, and asked for its page.</summary>
/// <param name="System">Its number in the list of systems.</param>
public sealed record WorksClaim(string System) : Claim(System)
{
    public override string Text => "smaller and still works";

    public override ClaimVerdict Judge(ImageReport? naive, ImageReport? slim)
    {
        if (naive?.Sizes is not { } before || slim is not { Sizes: { } after, Smoke: var smoke } || smoke.Status == SmokeStatus.NotRun)
            return ClaimVerdict.NotMeasured;
        var measured = $"{Figures.Percent(Figures.Change(before.Unpacked.Bytes, after.Unpacked.Bytes) ?? 0)}, {Figures.Word(smoke.Status)}";
        return smoke.Status == SmokeStatus.Passed && after.Unpacked < before.Unpacked
            ? ClaimVerdict.Reached(measured)
            : ClaimVerdict.Missed(measured, smoke.Detail ?? "it is no smaller");
    }
}
