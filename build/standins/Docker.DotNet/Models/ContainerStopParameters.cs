namespace Docker.DotNet.Models;

public class ContainerStopParameters
{
    public uint? WaitBeforeKillSeconds { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("t", WaitBeforeKillSeconds);
}
