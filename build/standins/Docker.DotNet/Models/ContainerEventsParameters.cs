namespace Docker.DotNet.Models;

public class ContainerEventsParameters
{
    public string Since { get; set; }

    public string Until { get; set; }

    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("since", Since).Add("until", Until).AddJson("filters", Filters);
}
