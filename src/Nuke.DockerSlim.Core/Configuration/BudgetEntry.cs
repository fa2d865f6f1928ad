namespace Nuke.DockerSlim.Configuration;

/// <summary>One limit as <c>--budget-limits</c> and <c>--soft-limits</c> name it: <c>[IMAGE:][PLATFORM:]NAME=VALUE</c>.</summary>
/// <param name="Image">The image it is for; null for all.</param>
/// <param name="Platform">The platform it is for, such as <c>linux/arm64</c>; null for all.</param>
/// <param name="Name">The limit's name, such as <c>download-size</c>.</param>
/// <param name="Value">Its value, such as <c>80MB</c>.</param>
internal sealed record BudgetEntry(string? Image, string? Platform, string Name, string Value)
{
    /// <summary>Reads an entry.</summary>
    /// <param name="option">The parameter with its dashes.</param>
    /// <param name="text">The entry.</param>
    /// <param name="problems">Told what is wrong with it.</param>
    /// <returns>The entry; null where it is none.</returns>
    public static BudgetEntry? Read(string option, string text, List<string> problems)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var parts = equals < 0 ? [] : text[..equals].Split(':', StringSplitOptions.TrimEntries);
        var (images, platforms) = (
            parts.SkipLast(1).Where(x => !x.Contains('/')).ToArray(),
            parts.SkipLast(1).Where(x => x.Contains('/')).ToArray()
        );
        if (parts.Length is 0 or > 3 || images.Length > 1 || platforms.Length > 1 || parts.Any(x => x.Length == 0))
            problems.Add(
                $"{option}: '{text}' is no limit; write NAME=VALUE, such as download-size=80MB, with IMAGE: or PLATFORM: before it where it is for one."
            );
        else if (BudgetLimit.All.All(x => x.Name != parts[^1]))
            problems.Add(
                NearName.Find(parts[^1], BudgetLimit.All.Select(x => x.Name)) is { } near
                    ? $"{option}: there is no limit '{parts[^1]}'; did you mean {near}?"
                    : $"{option}: there is no limit '{parts[^1]}'; there are {string.Join(", ", BudgetLimit.All.Select(x => x.Name))}."
            );
        else
            return new(images.FirstOrDefault(), platforms.FirstOrDefault(), parts[^1], text[(equals + 1)..].Trim());
        return null;
    }

    /// <summary>The entry without its value, as it is written.</summary>
    public string Key => string.Concat(new[] { Image, Platform }.OfType<string>().Select(x => x + ":")) + Name;

    /// <inheritdoc />
    public override string ToString() => $"{Key}={Value}";
}
