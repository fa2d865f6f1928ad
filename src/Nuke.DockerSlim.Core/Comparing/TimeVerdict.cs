using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>What two sets of builds say about each other.</summary>
/// <param name="Kind">Slower, quicker, the same, or too near to the noise to say.</param>
/// <param name="Change">How much longer the second takes, as a part of the first: 0.1 is ten percent.</param>
/// <param name="Noise">The standard deviation of a single build, as a part of its time.</param>
internal sealed record TimeVerdict(ChangeKind Kind, double Change, double Noise);
