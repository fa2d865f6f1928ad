namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>The value of <c>--mount</c>: names and values, separated by commas.</summary>
/// <param name="Parts">Its parts; a name alone has an empty value.</param>
public sealed record MountFlag(IReadOnlyList<KeyValuePair<string, string>> Parts)
{
    /// <summary>Its type; a mount that names none is a bind mount.</summary>
    public string Type => Values("type").FirstOrDefault() ?? "bind";

    /// <summary>Where it is mounted; null when that is left to its type.</summary>
    public string? Target => Values("target").Concat(Values("dst")).Concat(Values("destination")).FirstOrDefault();

    /// <summary>Reads a value.</summary>
    /// <param name="text">Such as <c>type=cache,target=/root/.npm</c>.</param>
    public static MountFlag Parse(string text) =>
        new([
            .. text.Split(',')
                .Select(x => x.Trim().Trim('"').Split('=', 2))
                .Select(x => KeyValuePair.Create(x[0].ToLowerInvariant(), x.Length == 2 ? x[1] : "")),
        ]);

    /// <summary>The mounts of an instruction.</summary>
    /// <param name="instruction">A RUN.</param>
    public static IEnumerable<MountFlag> Of(DockerfileInstruction instruction) => instruction.Values("mount").Select(Parse);

    /// <summary>The values of a part.</summary>
    /// <param name="name">Its name.</param>
    public IEnumerable<string> Values(string name) => Parts.Where(x => x.Key == name).Select(x => x.Value);
}
