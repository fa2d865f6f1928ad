namespace Docker.DotNet.Models;

public class LogConfig
{
    public string Type { get; set; }

    public IDictionary<string, string> Config { get; set; }
}
