namespace Docker.DotNet.Models;

public class BindOptions
{
    public string Propagation { get; set; }

    public bool NonRecursive { get; set; }
}
