using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Previewing;

/// <summary>What a run would push, should nothing stand against it.</summary>
internal static class PushPreview
{
    private const string Gate =
        "Only if the tests passed, the image runs where it is started, no limit is exceeded and nothing forbidden is in it.";

    /// <summary>The push of an image of at most one platform.</summary>
    /// <param name="target">The image.</param>
    public static PreviewStep One(BuildTarget target) => Step(target, [target]);

    /// <summary>The push of an image of several platforms.</summary>
    /// <param name="target">The image.</param>
    /// <param name="platforms">It once for each platform.</param>
    public static PreviewStep Several(BuildTarget target, IReadOnlyList<BuildTarget> platforms) => Step(target, platforms);

    private static PreviewStep Step(BuildTarget target, IReadOnlyList<BuildTarget> images)
    {
        var definition = target.Definition;
        var repositories = definition.PushedRepositories;
        var names = repositories.SelectMany(x => definition.Tags.Select(tag => x.WithTag(tag)));
        var notes = new List<string> { Gate };
        if (images.Any(x => x.LayoutDirectory is not null))
            notes.Add("An image that a builder leaves in a folder is uploaded from there, byte for byte, in place of docker push.");
        var what = images.Count > 1 ? "an index of all platforms" : "it";
        notes.Add(
            $"When the registry is proved to hold what was measured, tags are moved to {what}, one by one, and read back: {string.Join(", ", names)}."
        );
        if (definition.AttachReport)
            notes.Add("Then its report is hung on the image in the registry, for later runs to be held against.");
        return new PreviewStep("PushImage")
        {
            Commands = [.. repositories.SelectMany(x => images.Select(image => Push(image, x)))],
            Notes = notes,
        };
    }

    private static PreviewCommand Push(BuildTarget target, ImageReference repository)
    {
        var candidate = target.CandidateIn(repository);
        return new($"{target.ProductionImage} as {candidate}", PushArguments.Push(candidate.ToString()));
    }
}
