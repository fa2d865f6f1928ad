using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Previewing;

/// <summary>What a run would push, should nothing stand against it.</summary>
internal static class PushPreview
{
    private const string Gate =
        "Only if the tests passed, the image runs where it is started, no limit is exceeded and nothing forbidden is in it. After each tag the registry is read back: it has to hold what was measured.";

    /// <summary>The push of an image of at most one platform.</summary>
    /// <param name="target">The image.</param>
    public static PreviewStep One(BuildTarget target)
    {
        var repository = ImageReference.Parse(target.Definition.Repository);
        return Step(target, [.. target.Definition.Tags.Select(x => Push(target, repository.WithTag(x)))], [target]);
    }

    /// <summary>The push of an image of several platforms.</summary>
    /// <param name="target">The image.</param>
    /// <param name="platforms">It once for each platform.</param>
    public static PreviewStep Several(BuildTarget target, IReadOnlyList<BuildTarget> platforms)
    {
        var repository = ImageReference.Parse(target.Definition.Repository);
        var first = target.Definition.Tags[0];
        return Step(
            target,
            [
                .. platforms.Select(x => Push(x, repository.WithTag(first + x.PlatformSuffix))),
                .. target.Definition.Tags.Select(x => new PreviewCommand(
                    $"one index of all platforms as {repository.WithTag(x)}",
                    PushArguments.CreateIndex(
                        repository.WithTag(x).ToString(),
                        platforms.Select(y => $"{repository}@DIGEST{y.PlatformSuffix}")
                    )
                )),
            ],
            platforms
        );
    }

    private static PreviewCommand Push(BuildTarget target, ImageReference destination) =>
        new($"{target.ProductionImage} as {destination}", PushArguments.Push(destination.ToString()));

    private static PreviewStep Step(BuildTarget target, IReadOnlyList<PreviewCommand> commands, IReadOnlyList<BuildTarget> images)
    {
        var notes = new List<string> { Gate };
        if (images.Any(x => x.LayoutDirectory is not null))
            notes.Add("An image that a builder leaves in a folder is uploaded from there, byte for byte, in place of docker push.");
        if (target.Definition.AttachReport)
            notes.Add("Then its report is hung on the image in the registry, for later runs to be held against.");
        return new PreviewStep("PushImage") { Commands = commands, Notes = notes };
    }
}
