namespace Docker.DotNet.Models;

public class ThrottleDevice
{
    public string Path { get; set; }

    public ulong Rate { get; set; }
}
