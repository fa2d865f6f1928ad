namespace Docker.DotNet.Models;

public class ContainersPruneParameters
{
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    internal QueryString ToQueryString() => new QueryString().AddJson("filters", Filters);
}
