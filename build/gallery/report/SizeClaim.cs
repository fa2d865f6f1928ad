#nullable enable
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Gallery;

/// <summary>"1.4 GB becomes 180 MB": what an article says of the unpacked sizes of an image before and after.</summary>
/// <param name="System">Its number in the list of systems.</param>
/// <param name="Percent">By how much the image becomes smaller, above zero.</param>
/// <param name="Naive">What it was; null where the article does not say.</param>
/// <param name="Slim">What it became; null where the article does not say.</param>
public sealed record SizeClaim(string System, decimal Percent, ByteSize? Naive, ByteSize? Slim) : Claim(System)
{
    public override string Text =>
        Naive is { } naive && Slim is { } slim ? $"{Figures.Percent(-Percent)} ({naive.Text} to {slim.Text})" : Figures.Percent(-Percent);

    public override ClaimVerdict Judge(ImageReport? naive, ImageReport? slim)
    {
        if (naive?.Sizes is not { } before || slim?.Sizes is not { } after)
            return ClaimVerdict.NotMeasured;
        var saved = Figures.Change(before.Unpacked.Bytes, after.Unpacked.Bytes);
        return saved is not { } change ? ClaimVerdict.NotMeasured
            : -change >= Percent ? ClaimVerdict.Reached(Figures.Percent(change))
            : ClaimVerdict.Missed(Figures.Percent(change), Why(before, after));
    }

    // Whichever of the two figures is not what the article had; where it names none, what is left of the image is told.
    private string Why(SizeFacts before, SizeFacts after)
    {
        var reasons = new List<string>();
        if (Naive is { } naive && before.Unpacked < naive)
            reasons.Add($"the naive image is {before.Unpacked.Text} here, the article's was {naive.Text}");
        if (Slim is not { } slim || after.Unpacked > slim)
            reasons.Add(
                after.BaseUnpacked is { } baseSize
                    ? $"the base image is {baseSize.Text} of the slim image's {after.Unpacked.Text}"
                    : $"the slim image is {after.Unpacked.Text}"
            );
        return string.Join("; ", reasons);
    }
}
