namespace Nuke.DockerSlim.Secrets;

/// <summary>A secret that was met.</summary>
/// <param name="Secret">Its number.</param>
/// <param name="Encoding">The form that it was in.</param>
/// <param name="Place">What it was in.</param>
/// <param name="Path">Where in that, the value itself masked.</param>
internal sealed record SecretHit(int Secret, SecretEncoding Encoding, SecretPlace Place, string Path)
{
    /// <summary>The diff id of the layer; null where it is in none.</summary>
    public string? Layer { get; init; }

    /// <summary>The number of the entry of the config's history, from zero; null where it is in none.</summary>
    public int? History { get; init; }

    /// <summary>The line of the Dockerfile; null where it is not known yet.</summary>
    public int? Line { get; init; }
}
