using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>A package of an image with what only lists of all packages have.</summary>
/// <param name="Facts">What reports have.</param>
/// <param name="License">Its licence as its own metadata has it; empty when they do not tell.</param>
/// <param name="Integrity">What the archive came to that it was installed from, such as <c>sha512-</c> and base64; empty when nothing tells.</param>
internal sealed record ListedPackage(PackageFacts Facts, string License, string Integrity);
