#nullable enable
namespace Gallery;

/// <summary>One row of the gallery: an image of several stages, and the naive one that it is held against.</summary>
/// <param name="Name">The multi-stage image's name.</param>
/// <param name="NaiveName">The naive image's name.</param>
/// <param name="Folder">Its folder below <c>samples</c>.</param>
/// <param name="Title">What it is, in few words.</param>
/// <param name="Claims">What articles claim of it.</param>
public sealed record Sample(string Name, string NaiveName, string Folder, string Title, IReadOnlyList<Claim> Claims)
{
    /// <summary>What the image that it is held against is called in tables.</summary>
    public string Before { get; init; } = "naive";
}
