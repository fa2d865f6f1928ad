namespace Docker.DotNet.Models;

public class NetworkAddressPool
{
    public string Base { get; set; }

    public long Size { get; set; }
}
