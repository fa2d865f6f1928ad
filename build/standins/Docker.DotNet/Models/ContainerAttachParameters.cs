namespace Docker.DotNet.Models;

public class ContainerAttachParameters
{
    public bool? Stream { get; set; }

    public bool? Stdin { get; set; }

    public bool? Stdout { get; set; }

    public bool? Stderr { get; set; }

    public string DetachKeys { get; set; }

    public string Logs { get; set; }

    internal QueryString ToQueryString() =>
        new QueryString()
            .Add("stream", Stream)
            .Add("stdin", Stdin)
            .Add("stdout", Stdout)
            .Add("stderr", Stderr)
            .Add("detachKeys", DetachKeys)
            .Add("logs", Logs);
}
