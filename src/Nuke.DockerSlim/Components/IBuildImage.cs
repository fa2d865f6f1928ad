using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Builds the production stage.</summary>
public interface IBuildImage : IHazImages
{
    /// <summary>The builder that holds nothing, for the scenario ci.</summary>
    [Parameter("buildx builder that holds nothing, for the scenario ci - default: one is made with docker-container and taken away")]
    string? FreshBuilder => TryGetValue(() => FreshBuilder);

    /// <summary>How many images are built and tested at the same time.</summary>
    [Parameter("How many images are built and tested at the same time; times are no measure then - default: 1")]
    string? ParallelImages => TryGetValue(() => ParallelImages);

    /// <summary>The time that the image's config and files are to have.</summary>
    [Parameter("Time for the image's config and files: commit, or seconds since 1970 - default: when it is built")]
    string? SourceEpoch => TryGetValue(() => SourceEpoch);

    /// <summary>Whether younger files get that time while the image is exported.</summary>
    [Parameter("Give younger files the time of --source-epoch while the image is exported, into an OCI layout")]
    bool? RewriteTimestamps => TryGetValue<bool?>(() => RewriteTimestamps);

    /// <summary>Builds each production stage cold, warm and after an edit, and times it.</summary>
    Target BuildImage =>
        _ =>
            _.Description("Builds the production stage cold, warm and after an edit")
                .TryAfter<ILintImage>(x => x.LintImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).BuildAsync());
}
