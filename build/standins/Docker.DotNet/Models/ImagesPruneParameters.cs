namespace Docker.DotNet.Models;

public class ImagesPruneParameters
{
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    internal QueryString ToQueryString() => new QueryString().AddJson("filters", Filters);
}
