namespace Docker.DotNet.Models;

public class ImageMetadata
{
    public DateTime LastTagTime { get; set; }
}
