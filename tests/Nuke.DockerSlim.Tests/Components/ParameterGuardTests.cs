using Nuke.DockerSlim.Components;

namespace Nuke.DockerSlim.Tests.Components;

public sealed class ParameterGuardTests
{
    private static readonly KnownParameter[] Parameters =
    [
        new("download-size", IsOurs: true, IsSwitch: false, IsList: false),
        new("push-image", IsOurs: true, IsSwitch: true, IsList: false),
        new("image-tags", IsOurs: true, IsSwitch: false, IsList: true) { IsSeparated = true },
        new("build-args", IsOurs: true, IsSwitch: false, IsList: true),
        new("configuration", IsOurs: false, IsSwitch: false, IsList: false),
        new("fast", IsOurs: false, IsSwitch: true, IsList: false),
    ];

    [Theory]
    [InlineData]
    [InlineData("SlimImage", "Greet")]
    [InlineData("SlimImage", "--download-size", "20MB")]
    [InlineData("SlimImage", "--DownloadSize", "20MB")]
    [InlineData("SlimImage", "-download-size", "20MB")]
    [InlineData("SlimImage", "--push-image", "--image-tags", "a", "b")]
    [InlineData("SlimImage", "--image-tags", "a,b", "--build-args", "A=1,2", "B=3")]
    [InlineData("SlimImage", "--push-image", "TRUE")]
    [InlineData("SlimImage", "--push-image", "false", "--configuration", "Release")]
    [InlineData("SlimImage", "--configuration", "-1")]
    [InlineData("SlimImage", "--fast", "SlimImage")]
    [InlineData("SlimImage", "--foreign-thing", "a", "b")]
    [InlineData("SlimImage", "--download-size", ".5MB")]
    public void What_is_understood_is_no_problem(params string[] arguments) => Assert.Empty(Problems(arguments));

    [Theory]
    [InlineData("There is no parameter --downlod-size; did you mean --download-size?", "--downlod-size", "20MB")]
    [InlineData("There is no parameter --image-tag; did you mean --image-tags?", "--image-tag", "a")]
    [InlineData("There is no parameter --entirely-different; ./build.sh --help lists those there are.", "--entirely-different")]
    [InlineData("--download-size=20MB is not understood: write the value behind a space, --download-size 20MB.", "--download-size=20MB")]
    [InlineData("--configuration=Release is not understood: write the value behind a space", "--configuration=Release")]
    [InlineData("There is no parameter --dwnload-size; did you mean --download-size?", "--dwnload-size=20MB")]
    [InlineData("There is no parameter --foreign-thin; did you mean --foreign-thing?", "--foreign-thin", "a")]
    [InlineData("--image-tags has no value; write one behind it.", "--image-tags")]
    [InlineData("--image-tags has no value; write one behind it.", "--image-tags", "a", "")]
    [InlineData("--image-tags has both commas and spaces between its values; write --image-tags a,b,c.", "--image-tags", "a,b", "c")]
    [InlineData("--push-image is true or false, not 'true false'", "--push-image", "true", "false")]
    [InlineData("--push-image is true or false, not ''", "--push-image", "")]
    [InlineData("--download-size has no value; write one behind it.", "--download-size")]
    [InlineData("--download-size has no value; write one behind it.", "--download-size", "--push-image")]
    [InlineData("--download-size has no value; write one behind it.", "--download-size", "")]
    [InlineData("--download-size: '-3MB' is negative; write a value above zero.", "--download-size", "-3MB")]
    [InlineData("--download-size: '-' is no value; write one behind it.", "--download-size", "-")]
    [InlineData("--download-size: '--' is no value; write one behind it.", "--download-size", "--")]
    [InlineData("--download-size: '-.5MB' is negative", "--download-size", "-.5MB")]
    [InlineData("--download-size takes one value but has 2 (20MB, 30MB)", "--download-size", "20MB", "30MB")]
    [InlineData("--download-size takes one value but has 2 (20MB, Greet); put quotes", "--download-size", "20MB", "Greet")]
    [InlineData("--push-image is true or false, not 'yes'", "--push-image", "yes")]
    [InlineData("--push-image is true or false, not 'SlimImage'; targets come before the first option.", "--push-image", "SlimImage")]
    public void What_nuke_would_pass_over_is_a_problem(string start, params string[] arguments)
    {
        var problem = Assert.Single(Problems(["SlimImage", .. arguments]));

        Assert.StartsWith(start, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_mistake_is_a_problem_of_its_own() =>
        Assert.Equal(3, Problems(["--downlod-size", "1MB", "--push-image", "perhaps", "--image-tags=a"]).Count);

    [Theory]
    [InlineData("PUSH_IMAGE", "1")]
    [InlineData("PushImage", "yes")]
    [InlineData("NUKE_PUSH_IMAGE", "on")]
    public void A_switch_in_the_environment_that_is_no_truth_value_is_a_problem(string variable, string value)
    {
        var problem = Assert.Single(ParameterGuard.Problems([], Parameters, [], [KeyValuePair.Create(variable, value)]));

        Assert.Equal($"The environment variable {variable} sets --push-image, which is true or false, not '{value}'.", problem);
    }

    [Theory]
    [InlineData("PUSH_IMAGE", "true")]
    [InlineData("NUKE_PUSHIMAGE", "False")]
    [InlineData("FAST", "yes")]
    [InlineData("DOWNLOAD_SIZE", "20MB")]
    [InlineData("PUSH_IMAGES", "yes")]
    [InlineData("PUSH_IMAGE", "")]
    public void Other_variables_are_none(string variable, string value) =>
        Assert.Empty(ParameterGuard.Problems([], Parameters, [], [KeyValuePair.Create(variable, value)]));

    [Theory]
    [InlineData("DOWNLOAD_SIZE", "NUKE_DOWNLOAD_SIZE")]
    [InlineData("download-size", "downloadsize")]
    public void Two_variables_of_one_parameter_of_which_nuke_takes_neither_are_a_problem(string one, string other) =>
        Assert.Equal(
            [$"The environment variables {one} and {other} both set --download-size, so that neither counts; unset all but one."],
            WithVariables([], other, one)
        );

    [Theory]
    [InlineData("DownloadSize", "DOWNLOAD_SIZE")]
    [InlineData("FAST", "NUKE_FAST")]
    [InlineData("CONFIGURATION", "NUKE_CONFIGURATION")]
    public void Two_of_which_one_has_the_very_name_or_of_other_parameters_are_none(string one, string other) =>
        Assert.Empty(WithVariables([], one, other));

    [Fact]
    public void The_command_line_wins_over_any_number_of_variables() =>
        Assert.Empty(WithVariables(["--DownloadSize", "60MB"], "DOWNLOAD_SIZE", "NUKE_DOWNLOAD_SIZE"));

    private static IReadOnlyList<string> WithVariables(string[] arguments, params string[] variables) =>
        ParameterGuard.Problems(arguments, Parameters, [], variables.Select(x => KeyValuePair.Create(x, "20MB")));

    private static IReadOnlyList<string> Problems(params string[] arguments) =>
        ParameterGuard.Problems(arguments, Parameters, ["foreign-thing"], []);
}
