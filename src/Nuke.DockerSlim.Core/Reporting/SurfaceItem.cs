namespace Nuke.DockerSlim.Reporting;

/// <summary>One thing in the image that an attacker would use.</summary>
public sealed record SurfaceItem
{
    /// <summary>What it is: <c>shell</c>, <c>compiler</c>, <c>package-manager</c>, <c>setuid</c> or <c>key-file</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>The layer that brought it, from zero.</summary>
    public required int Layer { get; init; }

    /// <summary>The Dockerfile line of that layer; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Whether the base image brought it; null when that is unknown.</summary>
    public bool? FromBase { get; init; }
}
