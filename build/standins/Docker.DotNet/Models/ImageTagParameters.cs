namespace Docker.DotNet.Models;

public class ImageTagParameters
{
    public string RepositoryName { get; set; }

    public string Tag { get; set; }

    public bool? Force { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("repo", RepositoryName).Add("tag", Tag).Add("force", Force);
}
