namespace Docker.DotNet.Models;

public class ImageDeleteParameters
{
    public bool? Force { get; set; }

    public bool? NoPrune { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("force", Force).Add("noprune", NoPrune);
}
