namespace Docker.DotNet.Models;

/// <summary>A swarm task's status, without its parts. Here for its name's sake, as <see cref="Version"/>.</summary>
public class TaskStatus
{
    public DateTime Timestamp { get; set; }

    public string Message { get; set; }

    public string Err { get; set; }
}
