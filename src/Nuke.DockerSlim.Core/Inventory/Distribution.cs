namespace Nuke.DockerSlim.Inventory;

/// <summary>The distribution that an image is of, as it says itself (os-release(5)).</summary>
/// <param name="Id">Its name in lower case, such as <c>debian</c>.</param>
/// <param name="Version">Its version, such as <c>12</c>; empty when it does not tell, as one that is always the newest.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record Distribution(string Id, string Version, string Name);
