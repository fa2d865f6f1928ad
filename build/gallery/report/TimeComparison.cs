#nullable enable
using Nuke.DockerSlim.Values;

namespace Gallery;

/// <summary>A habit's before and after: what a build takes without it and with it.</summary>
/// <param name="Title">The habit.</param>
/// <param name="Claim">What articles say of it.</param>
/// <param name="What">What was measured, in few words.</param>
/// <param name="Without">What was measured without it; null where it was not.</param>
/// <param name="With">What was measured with it; null where it was not.</param>
/// <param name="Percent">By how much it has to become less for the claim to hold; 0: by anything.</param>
/// <param name="Why">Why it is not more, said where the claim does not hold.</param>
public sealed record TimeComparison(
    string Title,
    string Claim,
    string What,
    TimeComparison.Side Without,
    TimeComparison.Side With,
    decimal Percent,
    string Why
)
{
    /// <summary>One of the two.</summary>
    /// <param name="Image">The image whose report has it.</param>
    /// <param name="Milliseconds">How long the build took; null where it was not timed.</param>
    /// <param name="Context">The build context's bytes, where those are what counts; null otherwise.</param>
    public sealed record Side(string Image, long? Milliseconds, ByteSize? Context = null)
    {
        public string Text =>
            Milliseconds is not { } ms ? "not measured"
            : Context is { } bytes ? $"{TimeSpan.FromMilliseconds(ms).Text}, context {bytes.Text}"
            : TimeSpan.FromMilliseconds(ms).Text;
    }

    /// <summary>What the claim came to.</summary>
    public ClaimVerdict Verdict
    {
        get
        {
            var change =
                Without.Context is { } before && With.Context is { } after ? Figures.Change(before.Bytes, after.Bytes)
                : Without.Milliseconds is { } slow && With.Milliseconds is { } quick ? Figures.Change(slow, quick)
                : null;
            return change is not { } percent ? ClaimVerdict.NotMeasured
                : -percent >= Percent && percent < 0 ? ClaimVerdict.Reached(Figures.Percent(percent))
                : ClaimVerdict.Missed(Figures.Percent(percent), Why);
        }
    }
}
