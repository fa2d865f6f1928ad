using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.DockerSlim.Components;

/// <summary>Keeps one comment on the pull request that a run is about. Without a token, or where it only reads, a line says so and nothing fails.</summary>
public interface ICommentOnPullRequest : IHazImages
{
    /// <summary>When a comment is written where there is none yet.</summary>
    [Parameter("When a pull request gets a comment: always, changed, failed or never - default: always")]
    string? CommentWhen => TryGetValue(() => CommentWhen);

    /// <summary>Whether a comment that cannot be written fails the run.</summary>
    [Parameter("Fail the run when the comment on the pull request cannot be written")]
    bool? RequireComment => TryGetValue<bool?>(() => RequireComment);

    /// <summary>Whether advice is suggested on the lines that a pull request adds.</summary>
    [Parameter("Suggest advice on lines that the pull request adds, as a review")]
    bool? ReviewSuggestions => TryGetValue<bool?>(() => ReviewSuggestions);

    /// <summary>Where the reports are that <see cref="CommentOnPullRequest" /> posts.</summary>
    [Parameter("Folder of reports that CommentOnPullRequest posts - default: artifacts/images")]
    AbsolutePath? ReportFolder => TryGetValue(() => ReportFolder);

    /// <summary>
    /// Renders the comment from reports alone, which an earlier run left, and posts it. In a workflow that another one's end set off the reports may be
    /// anybody's: they are checked, and posted only to the pull request whose head was built.
    /// </summary>
    Target CommentOnPullRequest =>
        _ =>
            _.Description("Comments on the pull request, from the reports of an earlier run")
                .TryAfter<ISlimImage>(x => x.SlimImage)
                .OnlyWhenStatic(() => DryRunTurn.Begin(this), "it is needed")
                .Executes(() => ImageRun.Of(this).CommentAsync(this));
}
