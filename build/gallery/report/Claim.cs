#nullable enable
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>What articles about multi-stage builds say of a system, held against two measured images.</summary>
/// <param name="System">Its number in the list of systems: A1, A2.</param>
public abstract record Claim(string System)
{
    /// <summary>The claim in few words.</summary>
    public abstract string Text { get; }

    /// <summary>Whether it holds.</summary>
    /// <param name="naive">The naive image; null where it was not measured.</param>
    /// <param name="slim">The multi-stage image; null where it was not measured.</param>
    public abstract ClaimVerdict Judge(ImageReport? naive, ImageReport? slim);
}
