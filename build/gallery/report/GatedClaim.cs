#nullable enable
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>"The test stage never reaches production, and gates the push": tests ran, and what only they need is not in the image.</summary>
/// <param name="System">Its number in the list of systems.</param>
public sealed record GatedClaim(string System) : Claim(System)
{
    public override string Text => "tests gate the push, none of them in the image";

    public override ClaimVerdict Judge(ImageReport? naive, ImageReport? slim)
    {
        if (slim is not { Contents: not null, Tests: var tests } || tests.Status == TestStatus.NotRun)
            return ClaimVerdict.NotMeasured;
        var left = slim.Residue.Where(IsOfTests).ToArray();
        var measured = $"{tests.Total} tests {(tests.Status == TestStatus.Failed ? "failed" : "passed")}";
        return tests.Status == TestStatus.Failed ? ClaimVerdict.Missed(measured, "the push is withheld")
            : left.Length > 0 ? ClaimVerdict.Missed(measured, $"{left[0].Path} is in the image")
            : ClaimVerdict.Reached($"{measured}, none of it in the image");
    }

    // Packages bring tests of their own along; those are the packages' business.
    private static bool IsOfTests(ResidueFacts residue) =>
        residue.FromBase is not true
        && (
            residue.Kind == "development-dependencies"
            || (residue.Kind == "tests" && !residue.Path.Contains("/node_modules/", StringComparison.Ordinal))
        );
}
