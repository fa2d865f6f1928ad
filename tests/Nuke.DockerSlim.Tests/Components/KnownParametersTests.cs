using Nuke.Common;
using Nuke.DockerSlim.Components;
using Assert = Xunit.Assert;

namespace Nuke.DockerSlim.Tests.Components;

public sealed class KnownParametersTests
{
    [Theory]
    [InlineData("download-size", true, false, false)]
    [InlineData("image-tags", true, false, true)]
    [InlineData("allow-untested", true, true, false)]
    [InlineData("push-image", true, true, false)]
    [InlineData("own-switch", false, true, false)]
    [InlineData("inherited-text", false, false, false)]
    [InlineData("renamed", false, false, false)]
    [InlineData("shop-api-key", false, false, false)]
    [InlineData("http-port", false, false, false)]
    public void A_parameter_is_listed_once_as_it_is_written(string name, bool isOurs, bool isSwitch, bool isList)
    {
        var parameter = Assert.Single(KnownParameters.Of(typeof(UserBuild)), x => x.Name == name);

        Assert.Equal((isOurs, isSwitch, isList), (parameter.IsOurs, parameter.IsSwitch, parameter.IsList));
    }

    [Theory]
    [InlineData("target")]
    [InlineData("skip")]
    [InlineData("verbosity")]
    [InlineData("no-logo")]
    [InlineData("help")]
    [InlineData("plan")]
    [InlineData("root")]
    [InlineData("host")]
    [InlineData("profile")]
    [InlineData("continue")]
    [InlineData("partition")]
    public void Nukes_own_are_listed(string name) =>
        Assert.Contains(KnownParameters.Of(typeof(UserBuild)), x => x.Name == name && !x.IsOurs);

    [Theory]
    [InlineData("hidden")]
    [InlineData("prepare-images")]
    [InlineData("images")]
    public void Other_members_are_none(string name) => Assert.DoesNotContain(KnownParameters.Of(typeof(UserBuild)), x => x.Name == name);

    [ParameterPrefix("Shop")]
    private interface IHaveAKey : INukeBuild
    {
        [Parameter]
        string? ApiKey => TryGetValue(() => ApiKey);
    }

    private abstract class BaseBuild : NukeBuild
    {
        [Parameter]
        private string? InheritedText { get; set; }
    }

    private sealed class UserBuild : BaseBuild, ISlimImage, IHaveAKey
    {
        [Parameter]
        public readonly bool? OwnSwitch = null;

        [Parameter(Name = "Renamed")]
        public string? Original { get; set; }

        [Parameter]
        public int HTTPPort { get; set; }

        public string? Hidden { get; set; }
    }
}
