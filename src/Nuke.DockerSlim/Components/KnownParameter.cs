namespace Nuke.DockerSlim.Components;

/// <summary>A parameter that the build has.</summary>
/// <param name="Name">Its name on the command line, in kebab-case without dashes in front.</param>
/// <param name="IsOurs">Whether a component of this package declares it.</param>
/// <param name="IsSwitch">Whether it is true or false.</param>
/// <param name="IsList">Whether it takes several values.</param>
internal sealed record KnownParameter(string Name, bool IsOurs, bool IsSwitch, bool IsList)
{
    /// <summary>Whether one value may be several with commas in between.</summary>
    public bool IsSeparated { get; init; }

    /// <summary>What it is for; null where nothing says it.</summary>
    public string? Description { get; init; }

    /// <summary>The name as Nuke compares it: dashes and case aside.</summary>
    public string Key { get; } = KeyOf(Name);

    /// <summary>The name as the property has it, which an environment variable of exactly that name sets first.</summary>
    public string PropertyName { get; } =
        string.Concat(Name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(x => char.ToUpperInvariant(x[0]) + x[1..]));

    /// <summary>A written name as Nuke compares it.</summary>
    public static string KeyOf(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
