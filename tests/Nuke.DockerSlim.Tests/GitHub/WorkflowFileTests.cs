using System.Text.RegularExpressions;
using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Tests.Shared;
using Assert = Xunit.Assert;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>The workflows that users copy (docs/workflows).</summary>
public sealed partial class WorkflowFileTests
{
    public static TheoryData<string> Files => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.yml").Select(x => Path.GetFileName(x)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(Fixtures.RepositoryRoot, "docs", "workflows");

    [Fact]
    public void There_are_two() => Assert.Equal(["slim-comment.yml", "slim-image.yml"], Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_action_is_pinned_by_a_commit_and_names_its_version(string file)
    {
        var uses = Lines(file).Where(x => x.Contains("uses:", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(uses);
        Assert.All(uses, x => Assert.Matches(@"uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$", x));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_job_has_permissions_that_it_does_not_ask_for(string file)
    {
        Assert.Contains("permissions: {}", Lines(file));
        Assert.Equal(
            Lines(file).Count(x => x.Contains("runs-on:", StringComparison.Ordinal)),
            Lines(file).Count(x => x == "    permissions:")
        );
        Assert.DoesNotContain(
            Lines(file),
            x => x.Contains("write-all", StringComparison.Ordinal) || x.Contains("pull_request_target:", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_anybody_can_write_is_never_put_into_a_script(string file)
    {
        var scripts = string.Join('\n', Lines(file))
            .Split("- run:", StringSplitOptions.None)[1..]
            .Concat(string.Join('\n', Lines(file)).Split("  run:", StringSplitOptions.None)[1..]);

        Assert.All(scripts, x => Assert.DoesNotContain("${{", x.Split("env:")[0].Split("- uses:")[0]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Targets_and_parameters_are_ones_that_there_are(string file)
    {
        var text = string.Join('\n', Lines(file).Where(x => !x.TrimStart().StartsWith('#')));
        var known = KnownParameters.Of(typeof(AllComponents)).Where(x => x.IsOurs).Select(x => x.Name).ToHashSet();

        Assert.All(Parameter().Matches(text).Select(x => x.Groups[1].Value), x => Assert.Contains(x, known));
        Assert.All(
            Target().Matches(text).Select(x => x.Groups[1].Value),
            x => Assert.Contains(x, (string[])[nameof(ISlimImage.SlimImage), nameof(ICommentOnPullRequest.CommentOnPullRequest)])
        );
        Assert.NotEmpty(Target().Matches(text));
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    [GeneratedRegex(@"(?<=\s)--([a-z-]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\./build\.sh ([A-Za-z]+)")]
    private static partial Regex Target();

    private sealed class AllComponents : NukeBuild, ISlimImage;
}
