namespace Docker.DotNet.Models;

public class ImagesListParameters
{
    public bool? All { get; set; }

    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    public bool? Digests { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("all", All).AddJson("filters", Filters).Add("digests", Digests);
}
