namespace Nuke.DockerSlim.Configuration;

/// <summary>How an image is pushed, beside where to and under which tags.</summary>
public sealed record PushSettings
{
    /// <summary>Further repositories that it is pushed to under the same tags, such as <c>docker.io/acme/shop</c>.</summary>
    public IReadOnlyList<string> AlsoTo { get; init; } = [];

    /// <summary>
    /// Tags that never change what they stand for once they exist, with <c>*</c> for any characters: <c>v*</c>, <c>*.*.*</c>. A push of another image under one is
    /// refused before anything is uploaded.
    /// </summary>
    public IReadOnlyList<string> ImmutableTags { get; init; } = [];

    /// <summary>Whether the tag for candidates stays in the registry, <c>dockerslim-candidate</c>; it is taken away otherwise, where the registry can.</summary>
    public bool KeepCandidates { get; init; }

    /// <summary>Whether the tags' words in braces were filled in, and tags without anything to stand for left out.</summary>
    public bool TagsAreFilled { get; init; }
}
