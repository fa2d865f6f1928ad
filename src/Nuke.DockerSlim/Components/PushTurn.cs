using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run sets about pushing.</summary>
internal static class PushTurn
{
    /// <summary>Adds what a build's parameters set about it.</summary>
    /// <param name="parameters">What they set besides.</param>
    /// <param name="build">The build.</param>
    public static ImageParameters AddTo(ImageParameters parameters, IHazImages build) =>
        build is IPushImage push
            ? parameters with
            {
                AlsoPushTo = push.AlsoPushTo,
                ImmutableTags = push.ImmutableTags,
                KeepCandidates = push.KeepCandidates,
            }
            : parameters;

    /// <summary>Whether a run pushes: asked for by its parameter, or by its own name.</summary>
    /// <param name="build">The build.</param>
    public static bool IsWanted(IHazImages build) =>
        build is IPushImage push && (push.PushRequested || build.InvokedTargets.Any(x => x.Name == nameof(IPushImage.PushImage)));

    /// <summary>Whether an image has tags to be pushed under, and none of them applies where the working copy stands: there is nothing to do, and nothing wrong.</summary>
    /// <param name="work">The image.</param>
    public static bool HasNoTagHere(ImageWork work) => work.Target.Definition is { Tags.Count: 0, Push.TagsAreFilled: true };

    /// <summary>The images with their tags filled in, by where the working copy stands.</summary>
    /// <param name="images">The images, without problems.</param>
    /// <param name="root">The root folder of the build.</param>
    /// <param name="say">Told which tags are left out, a line each.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public static async Task<IReadOnlyList<ImageDefinition>> FillAsync(
        IReadOnlyList<ImageDefinition> images,
        string root,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        if (!images.Any(x => x.Tags.Any(TagTemplate.IsTemplate)))
            return images;
        var facts = await new GitTagFacts(Environment.GetEnvironmentVariable, TimeProvider.System)
            .ReadAsync(root, cancellationToken)
            .ConfigureAwait(false);
        var leftOut = new List<string>();
        ImageDefinition[] filled =
        [
            .. images.Select(x => x with { Tags = TagTemplate.Fill(x.Tags, facts, leftOut), Push = x.Push with { TagsAreFilled = true } }),
        ];
        foreach (var line in leftOut.Distinct())
            say($"Tag left out - {line}.");
        return filled;
    }
}
