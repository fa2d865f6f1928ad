#nullable enable
using System.Globalization;
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>"It pulls six times faster": by the bytes that a pull transfers, which is what its time follows from.</summary>
/// <param name="System">Its number in the list of systems.</param>
/// <param name="Times">How many times faster.</param>
public sealed record PullClaim(string System, decimal Times) : Claim(System)
{
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"pulls {Times:0.#} times faster");

    public override ClaimVerdict Judge(ImageReport? naive, ImageReport? slim)
    {
        if (naive is not { Sizes: { } before, Pull: { } slow } || slim is not { Sizes: { Download.Bytes: > 0 } after, Pull: { } quick })
            return ClaimVerdict.NotMeasured;
        var times = (decimal)before.Download.Bytes / after.Download.Bytes;
        var measured = string.Create(
            CultureInfo.InvariantCulture,
            $"{times:0.0} times, {slow.Seconds:0.0} s to {quick.Seconds:0.0} s at {quick.MegabitsPerSecond:0.#} Mbit/s"
        );
        return times >= Times
            ? ClaimVerdict.Reached(measured)
            : ClaimVerdict.Missed(measured, $"a pull transfers {before.Download.Text} and {after.Download.Text}");
    }
}
