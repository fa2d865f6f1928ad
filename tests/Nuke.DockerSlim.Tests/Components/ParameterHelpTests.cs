using Nuke.Common;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Tests.Shared;
using Assert = Xunit.Assert;

namespace Nuke.DockerSlim.Tests.Components;

public sealed class ParameterHelpTests
{
    private static readonly IReadOnlyList<KnownParameter> Known = KnownParameters.Of(typeof(AllComponents));
    private static readonly string Page = Path.Combine(Fixtures.FakeDocker, "..", "..", "..", "docs", "parameters.md");

    [Fact]
    public void Every_parameter_is_in_one_group() =>
        Assert.Equal(
            Known.Where(x => x.IsOurs).Select(x => x.Name).Order(StringComparer.Ordinal),
            ParameterGroups.All.SelectMany(x => x.Parameters).Select(x => x.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_takes_a_value_has_an_example_of_one() =>
        Assert.All(
            ParameterGroups.All.SelectMany(x => x.Parameters),
            x => Assert.True(x.Example.Length > 0 || Known.Single(y => y.IsOurs && y.Name == x.Name).IsSwitch, x.Name)
        );

    [Fact]
    public void Each_says_what_it_is_for() => Assert.All(Known.Where(x => x.IsOurs), x => Assert.NotEmpty(x.Description ?? ""));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Descriptions_are_wrapped_at_the_width(int width) =>
        Assert.All(ParameterHelp.Lines(Known, width).Where(x => x.Contains(' ')), x => Assert.True(x.Length <= 100, x));

    [Fact]
    public void A_build_without_a_component_is_not_shown_its_parameters() =>
        Assert.DoesNotContain(ParameterHelp.Lines(KnownParameters.Of(typeof(OnlyImages)), 80), x => x.Contains("--push-image"));

    [Fact]
    public void The_page_is_what_the_code_says()
    {
        var markdown = ParameterHelp.Markdown(Known);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(Page, markdown);
        Assert.Equal(markdown, File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    private sealed class AllComponents : NukeBuild, ISlimImage;

    private sealed class OnlyImages : NukeBuild, IHazImages;
}
