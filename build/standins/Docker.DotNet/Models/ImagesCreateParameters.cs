namespace Docker.DotNet.Models;

public class ImagesCreateParameters
{
    public string FromImage { get; set; }

    public string FromSrc { get; set; }

    public string Repo { get; set; }

    public string Tag { get; set; }

    public string Message { get; set; }

    public IList<string> Changes { get; set; }

    public string Platform { get; set; }

    public AuthConfig RegistryAuth { get; set; }

    internal QueryString ToQueryString() =>
        new QueryString()
            .Add("fromImage", FromImage)
            .Add("fromSrc", FromSrc)
            .Add("repo", Repo)
            .Add("tag", Tag)
            .Add("message", Message)
            .AddEach("changes", Changes)
            .Add("platform", Platform);
}
