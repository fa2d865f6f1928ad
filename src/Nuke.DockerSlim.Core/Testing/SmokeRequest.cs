using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Testing;

/// <summary>What to start, and what to wait for.</summary>
/// <param name="Image">The image, by its name in the engine.</param>
/// <param name="Check">What has to hold, its texts checked.</param>
public sealed record SmokeRequest(string Image, SmokeCheck Check);
