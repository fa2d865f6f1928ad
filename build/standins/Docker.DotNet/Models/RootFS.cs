namespace Docker.DotNet.Models;

public class RootFS
{
    public string Type { get; set; }

    public IList<string> Layers { get; set; }

    public string BaseLayer { get; set; }
}
