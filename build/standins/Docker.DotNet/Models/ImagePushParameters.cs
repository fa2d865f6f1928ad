namespace Docker.DotNet.Models;

public class ImagePushParameters
{
    public string ImageID { get; set; }

    public string Tag { get; set; }

    public AuthConfig RegistryAuth { get; set; }

    internal QueryString ToQueryString() => new QueryString().Add("fromImage", ImageID).Add("tag", Tag);
}
