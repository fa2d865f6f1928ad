using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Tests.Shared;
using Assert = Xunit.Assert;

namespace Nuke.DockerSlim.Tests.Components;

/// <summary>
/// Nuke fills a parameter from any environment variable of its name, case and underscores aside, and other people's builds have parameters of
/// their own. So our names are two words or unmistakable, and nobody else's.
/// </summary>
public sealed class ParameterNameTests
{
    /// <summary>One word each, and no other tool's: the file itself, what buildx alone calls so, and what this tool alone has.</summary>
    private static readonly string[] Unmistakable = ["dockerfile", "platforms", "scenarios"];

    private static readonly string[] Ours = [.. Known(typeof(AllComponents)).Where(x => x.IsOurs).Select(x => x.Name)];

    [Fact]
    public void There_are_those_that_the_documentation_names() =>
        Assert.Superset(
            new HashSet<string>([
                "dockerfile",
                "build-context",
                "download-size",
                "push-image",
                "image-tags",
                "only-image",
                "allow-untested",
            ]),
            Ours.ToHashSet()
        );

    [Fact]
    public void Each_is_two_words_or_unmistakable() => Assert.Empty(Ours.Where(x => !x.Contains('-')).Except(Unmistakable));

    [Fact]
    public void None_is_a_variable_that_a_machine_sets() =>
        Assert.DoesNotContain(
            Ours.Select(KnownParameter.KeyOf),
            x => MachineVariables.Keys.Contains(x) || MachineVariables.Keys.Contains("nuke" + x)
        );

    [Fact]
    public void None_is_nukes_own()
    {
        var theirs = Known(typeof(NothingButNuke)).Select(x => x.Key).ToHashSet();

        Assert.Contains("skip", theirs);
        Assert.Contains("root", theirs);
        Assert.DoesNotContain(Ours, x => theirs.Contains(KnownParameter.KeyOf(x)));
    }

    [Fact]
    public void No_two_are_the_same_to_nuke() =>
        Assert.Empty(Ours.GroupBy(KnownParameter.KeyOf).Where(x => x.Count() > 1).Select(x => x.Key));

    [Fact]
    public void None_that_a_component_declares_is_overlooked()
    {
        var declared = typeof(IHazImages)
            .Assembly.GetTypes()
            .SelectMany(x => x.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(x => x.GetCustomAttribute<ParameterAttribute>() is not null)
            .Select(x => KnownParameter.KeyOf(x.GetCustomAttribute<ParameterAttribute>()!.Name ?? x.Name));

        Assert.Equal(declared.Order(StringComparer.Ordinal), Ours.Select(KnownParameter.KeyOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.FakeDocker, "..", "..", "..", "docs", "targets.md"));
        var parameters = text[text.IndexOf("## Parameters", StringComparison.Ordinal)..];

        Assert.All(Ours, x => Assert.Matches($"--{Regex.Escape(x)}(?![a-z-])", parameters));
    }

    [Fact]
    public void A_builds_own_parameters_are_known_and_not_taken_for_ours()
    {
        var greeted = Assert.Single(Known(typeof(AllComponents)), x => x.Name == "greeted-people");

        Assert.Equal((false, false, true), (greeted.IsOurs, greeted.IsSwitch, greeted.IsList));
    }

    [Fact]
    public void A_switch_is_told_by_its_type()
    {
        var switches = Known(typeof(AllComponents)).Where(x => x is { IsOurs: true, IsSwitch: true }).Select(x => x.Name);

        Assert.Equal(
            [
                "allow-untested",
                "annotate-image",
                "apply-advice",
                "attach-report",
                "dry-run",
                "keep-candidates",
                "push-image",
                "ratchet-budget",
                "require-comment",
                "review-suggestions",
                "rewrite-timestamps",
                "scan-image",
                "sign-image",
                "smoke-image",
            ],
            switches.Order(StringComparer.Ordinal)
        );
    }

    private static IReadOnlyList<KnownParameter> Known(Type build) => KnownParameters.Of(build);

    private sealed class NothingButNuke : NukeBuild;

    private sealed class AllComponents : NukeBuild, ISlimImage
    {
        [Parameter]
        public string[] GreetedPeople { get; } = [];
    }
}
