namespace Docker.DotNet.Models;

public class ContainersListParameters
{
    public bool? Size { get; set; }

    public bool? All { get; set; }

    public string Since { get; set; }

    public string Before { get; set; }

    public long? Limit { get; set; }

    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }

    internal QueryString ToQueryString() =>
        new QueryString()
            .Add("size", Size)
            .Add("all", All)
            .Add("since", Since)
            .Add("before", Before)
            .Add("limit", Limit)
            .AddJson("filters", Filters);
}
