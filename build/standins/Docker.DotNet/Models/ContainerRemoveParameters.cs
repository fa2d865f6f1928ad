namespace Docker.DotNet.Models;

public class ContainerRemoveParameters
{
    public bool? RemoveVolumes { get; set; }

    public bool? RemoveLinks { get; set; }

    public bool? Force { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("v", RemoveVolumes).Add("link", RemoveLinks).Add("force", Force);
}
