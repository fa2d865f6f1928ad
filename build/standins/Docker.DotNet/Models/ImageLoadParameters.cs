namespace Docker.DotNet.Models;

public class ImageLoadParameters
{
    public bool Quiet { get; set; }

    internal QueryString ToQueryString() => new QueryString().Require("quiet", Quiet);
}
