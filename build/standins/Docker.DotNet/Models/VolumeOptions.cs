namespace Docker.DotNet.Models;

public class VolumeOptions
{
    public bool NoCopy { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public Driver DriverConfig { get; set; }
}
