using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Where build contexts are copied to be edited, and who knows which of their files are somebody's work.</summary>
/// <param name="TrackedFiles">Knows the files under version control.</param>
/// <param name="TemporaryDirectory">The folder for the copies, absolute.</param>
public sealed record EditingPlace(ITrackedFiles TrackedFiles, string TemporaryDirectory);
