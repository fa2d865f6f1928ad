namespace Docker.DotNet.Models;

public class WeightDevice
{
    public string Path { get; set; }

    public ushort Weight { get; set; }
}
