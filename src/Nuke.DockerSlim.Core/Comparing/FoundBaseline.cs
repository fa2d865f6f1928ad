using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>What was found to hold an image against.</summary>
/// <param name="Facts">Where it comes from, or why there is none.</param>
/// <param name="Report">Its report; null when there is none.</param>
public sealed record FoundBaseline(BaselineFacts Facts, ImageReport? Report);
