#nullable enable
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>"No compiler in the final image": held by the image's own policies.</summary>
/// <param name="System">Its number in the list of systems.</param>
/// <param name="Text">The claim in few words.</param>
/// <param name="Policies">What must not be in the image, by the names of <c>--forbid-in-image</c>.</param>
public sealed record WithoutClaim(string System, string Text, IReadOnlyList<string> Policies) : Claim(System)
{
    public override string Text { get; } = Text;

    public override ClaimVerdict Judge(ImageReport? naive, ImageReport? slim)
    {
        var judged = Policies.Select(x => slim?.Policies.FirstOrDefault(y => y.Name == x)).ToArray();
        if (judged.Any(x => x is null))
            return ClaimVerdict.NotMeasured;
        return judged.FirstOrDefault(x => x!.Verdict is not Verdict.Within) is { } broken
            ? ClaimVerdict.Missed($"it has a {broken.Name}", broken.Message ?? "see its report")
            : ClaimVerdict.Reached("no " + string.Join(", no ", Policies));
    }
}
