using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>
/// Where an image lives: registry host (may be left out), repository path, and a tag or digest (may be left out).
/// The grammar is that of the distribution project's <c>reference</c> package.
/// </summary>
public readonly partial record struct ImageReference
{
    private const int LongestPath = 255;

    private ImageReference(string? registry, string path, string? tag, Digest? digest) =>
        (Registry, Path, Tag, Digest) = (registry, path, tag, digest);

    /// <summary>Host and port of the registry; null means the engine's default.</summary>
    public string? Registry { get; }

    /// <summary>The repository's path within its registry, such as <c>acme/shop</c>.</summary>
    public string Path => field ?? "";

    /// <summary>The tag; null when none was given.</summary>
    public string? Tag { get; }

    /// <summary>The digest; null when none was given.</summary>
    public Digest? Digest { get; }

    /// <summary>Registry and path, as it goes before a colon and a tag.</summary>
    public string Repository => Registry is null ? Path : $"{Registry}/{Path}";

    /// <summary>The last part of the path: the name a report goes by unless the definition says otherwise.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads a reference.</summary>
    /// <param name="text">Such as <c>ghcr.io/acme/shop:1.4</c>.</param>
    /// <exception cref="InputException">The text is no reference; the message says which part is wrong.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var reference, out var problem) ? reference : throw new InputException(problem);

    /// <summary>Reads a reference without throwing.</summary>
    /// <param name="text">Such as <c>ghcr.io/acme/shop:1.4</c>.</param>
    /// <param name="reference">The reference, or an empty one.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string text, out ImageReference reference, out string problem)
    {
        reference = default;
        problem = "";
        var at = text.IndexOf('@');
        var name = at < 0 ? text : text[..at];
        var digest = at < 0 ? null : Values.Digest.TryParse(text[(at + 1)..]);
        var slash = name.IndexOf('/');
        var first = slash < 0 ? "" : name[..slash];
        var registry = first.Contains('.') || first.Contains(':') || first == "localhost" ? first : null;
        var path = registry is null ? name : name[(slash + 1)..];
        var colon = path.LastIndexOf(':');
        var tag = colon < 0 ? null : path[(colon + 1)..];
        path = colon < 0 ? path : path[..colon];

        if (at >= 0 && digest is null)
            problem = $"'{text}' is not an image reference: '{text[(at + 1)..]}' is not a digest.";
        else if (registry is not null && !RegistryForm().IsMatch(registry))
            problem = $"'{text}' is not an image reference: '{registry}' is not a registry's host.";
        else if (!PathForm().IsMatch(path))
            problem = path.Any(char.IsUpper)
                ? $"'{text}' is not an image reference: a repository is written in lower case, such as '{path.ToLowerInvariant()}'."
                : $"'{text}' is not an image reference: write a repository such as ghcr.io/acme/shop.";
        else if (PathLength(registry, path) is > LongestPath and var length)
            problem = $"'{path[..40]}...' is not a repository: its path has {length} characters; registries take {LongestPath} at most.";
        else if (tag is not null && !IsTag(tag))
            problem = $"'{text}' is not an image reference: {TagProblem(tag)}";
        else
            reference = new ImageReference(registry, path, tag, digest);
        return problem.Length == 0;
    }

    // Docker Hub's images without an owner stand under library/, which counts.
    private static int PathLength(string? registry, string path) =>
        path.Length + (registry is null or "docker.io" && !path.Contains('/') ? "library/".Length : 0);

    /// <summary>Whether a text can be a tag: up to 128 letters, digits, <c>_ . -</c>, not starting with <c>.</c> or <c>-</c>.</summary>
    /// <param name="tag">The text.</param>
    public static bool IsTag(string tag) => TagForm().IsMatch(tag);

    /// <summary>The sentence for a text that is no tag.</summary>
    /// <param name="tag">The text.</param>
    public static string TagProblem(string tag) =>
        $"'{tag}' is not a tag; a tag is up to 128 letters, digits, '_', '.' and '-', and starts with none of the last two.";

    /// <summary>The same repository under a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <exception cref="InputException">The text is no tag.</exception>
    public ImageReference WithTag(string tag) =>
        IsTag(tag) ? new ImageReference(Registry, Path, tag, null) : throw new InputException(TagProblem(tag));

    /// <summary>The same repository's content of a digest.</summary>
    /// <param name="digest">The digest.</param>
    public ImageReference WithDigest(Digest digest) => new(Registry, Path, null, digest);

    /// <summary>The registry's host, Docker Hub's where none is named: what <c>docker login</c> takes.</summary>
    public string Host => Registry ?? "docker.io";

    /// <inheritdoc />
    public override string ToString() => Repository + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    [GeneratedRegex(@"^([a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(:[0-9]+)?\z")]
    private static partial Regex RegistryForm();

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex PathForm();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z")]
    private static partial Regex TagForm();
}
