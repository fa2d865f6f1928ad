namespace Docker.DotNet.Models;

public class ContainerKillParameters
{
    public string Signal { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("signal", Signal);
}
