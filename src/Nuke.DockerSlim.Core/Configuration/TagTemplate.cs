using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// Tags with words in braces that git and the calendar fill in: <c>{branch}</c>, <c>sha-{sha}</c>, <c>{version}</c>, <c>{major}.{minor}</c>, <c>{date}</c>,
/// <c>{latest}</c>. A tag whose words have nothing to stand for here is left out: that is how one list serves branches and releases.
/// </summary>
public static partial class TagTemplate
{
    private const int ShaLength = 12;
    private const int LongestBranch = 100;

    private static readonly string[] Words = ["branch", "sha", "version", "major", "minor", "patch", "date", "latest"];

    /// <summary>Whether something is to be filled in.</summary>
    /// <param name="tag">The tag.</param>
    public static bool IsTemplate(string tag) => tag.Contains('{') || tag.Contains('}');

    /// <summary>What is wrong with a tag as it is written; null when nothing is.</summary>
    /// <param name="tag">The tag.</param>
    public static string? Problem(string tag)
    {
        if (!IsTemplate(tag))
            return ImageReference.IsTag(tag) ? null : ImageReference.TagProblem(tag);
        var unknown = Word().Matches(tag).Select(x => x.Groups[1].Value).FirstOrDefault(x => !Words.Contains(x));
        if (unknown is not null)
            return $"The tag '{tag}' has the unknown word {{{unknown}}}; there are {string.Join(", ", Words.Select(x => $"{{{x}}}"))}.";
        // With words as short as they can be it has to be a tag already.
        var filled = Word().Replace(tag, "0");
        return ImageReference.IsTag(filled) ? null : ImageReference.TagProblem(tag);
    }

    /// <summary>Fills in the words of tags, each once.</summary>
    /// <param name="tags">The tags, without a <see cref="Problem" />.</param>
    /// <param name="facts">What they are filled in with.</param>
    /// <param name="leftOut">Takes a clause for each tag that is left out, with the reason.</param>
    public static IReadOnlyList<string> Fill(IEnumerable<string> tags, TagFacts facts, ICollection<string> leftOut)
    {
        var filled = new List<string>();
        foreach (var tag in tags)
        {
            string? reason = null;
            var text = Word().Replace(tag, x => Value(x.Groups[1].Value, facts, ref reason) ?? "");
            if (reason is null && !ImageReference.IsTag(text))
                reason = $"'{text}' is not a tag";
            if (reason is not null)
                leftOut.Add($"{tag}: {reason}");
            else if (!filled.Contains(text))
                filled.Add(text);
        }
        return filled;
    }

    private static string? Value(string word, TagFacts facts, ref string? reason)
    {
        var version = Newest(facts.Tags);
        var isRelease = version is not null && !version.Groups["pre"].Success;
        var (value, missing) = word switch
        {
            "branch" => (facts.Branch is { } branch ? Slug(branch) : null, "there is no branch here"),
            "sha" => (facts.Commit is { } commit ? commit[..Math.Min(ShaLength, commit.Length)] : null, "there is no commit here"),
            "date" => (facts.Now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), ""),
            "latest" => facts switch
            {
                { DefaultBranch: null } => (null, "it is not known which branch is the default one"),
                { Branch: { } branch } when branch == facts.DefaultBranch => ("latest", ""),
                _ => (null, $"this is not the branch {facts.DefaultBranch}"),
            },
            "version" => (version?.Groups["version"].Value.Replace('+', '-'), "no tag of this commit is a version such as v1.4.2"),
            // 1.4 stands for the newest release of it: a pre-release is none.
            _ => (
                isRelease ? version!.Groups[word].Value : null,
                version is null ? "no tag of this commit is a version such as v1.4.2" : $"{version.Value} is a pre-release"
            ),
        };
        reason ??= value is null ? missing : null;
        return value;
    }

    /// <summary>The newest version among git's tags, as <c>{version}</c> has it, a <c>+</c> as it is; null where none is a version.</summary>
    /// <param name="tags">The tags.</param>
    internal static string? VersionOf(IEnumerable<string> tags) => Newest(tags)?.Groups["version"].Value;

    private static Match? Newest(IEnumerable<string> tags) =>
        tags.Select(x => Version().Match(x)).Where(x => x.Success).OrderByDescending(Order).FirstOrDefault();

    // By precedence: the numbers, and a release before its pre-releases.
    private static (int, int, int, bool, string) Order(Match version) =>
        (Number(version, "major"), Number(version, "minor"), Number(version, "patch"), !version.Groups["pre"].Success, version.Value);

    private static int Number(Match version, string part) =>
        int.TryParse(version.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;

    // A branch may have any characters, and a tag few.
    private static string? Slug(string branch)
    {
        var slug = Others().Replace(branch, "-").Trim('-', '.');
        return slug.Length == 0 ? null : slug[..Math.Min(slug.Length, LongestBranch)];
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Word();

    [GeneratedRegex("[^A-Za-z0-9_.]+")]
    private static partial Regex Others();

    // Semantic versioning 2.0.0, with the v that git's tags begin with.
    [GeneratedRegex(
        @"^v?(?<version>(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)(?<pre>-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)\z"
    )]
    private static partial Regex Version();
}
