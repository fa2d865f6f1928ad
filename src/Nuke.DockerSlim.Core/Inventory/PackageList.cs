using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>All that is to be known of an image's packages, to be written down elsewhere than in its report.</summary>
/// <param name="Packages">All of them, in the order of kind, name and version.</param>
/// <param name="Distribution">The distribution that the image is of; null when it does not tell.</param>
/// <param name="Facts">What the report has of them.</param>
internal sealed record PackageList(IReadOnlyList<ListedPackage> Packages, Distribution? Distribution, InventoryFacts Facts);
