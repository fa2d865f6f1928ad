namespace Docker.DotNet.Models;

/// <summary>A swarm node's platform. Here for its name's sake, as <see cref="Version"/>.</summary>
public class Platform
{
    public string Architecture { get; set; }

    public string OS { get; set; }
}
