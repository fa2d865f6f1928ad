namespace Docker.DotNet.Models;

public class ContainerStartParameters
{
    public string DetachKeys { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("detachKeys", DetachKeys);
}
