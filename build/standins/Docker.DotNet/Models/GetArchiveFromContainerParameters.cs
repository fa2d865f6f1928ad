namespace Docker.DotNet.Models;

public class GetArchiveFromContainerParameters
{
    public string Path { get; set; }

    internal QueryString ToQueryString() => new QueryString().Require("path", Path);
}
