namespace Docker.DotNet.Models;

public class ContainerPathStatParameters
{
    public string Path { get; set; }

    public bool? AllowOverwriteDirWithFile { get; set; }

    internal QueryString ToQueryString() => new QueryString().Require("path", Path).Add("noOverwriteDirNonDir", AllowOverwriteDirWithFile);
}
