namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class CommandLineContract : BuildContract
{
    [Fact]
    public void Members_keep_their_initial_values_when_nothing_is_given()
    {
        var result = Root.Run("parameters");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("7", result.Value("Rounds"));
        Assert.Equal("initial", result.Value("Items"));
        Assert.Equal("untagged", result.Value("ImageTags"));
        Assert.Equal("null", result.Value("Port"));
        Assert.Equal("null", result.Value("BuildContext"));
    }

    [Theory]
    [InlineData("--image-name")]
    [InlineData("--imageName")]
    [InlineData("-IMAGENAME")]
    [InlineData("---image-NAME")]
    public void An_option_is_known_by_its_letters_alone(string option) =>
        Assert.Equal("shop", Root.Run("parameters", option, "shop").Value("ImageName"));

    [Fact]
    public void An_equals_sign_makes_it_an_unknown_option_which_is_ignored()
    {
        var result = Root.Run("parameters", "--image-name=shop", "--no-such-thing", "x");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("none", result.Value("ImageName"));
        Assert.DoesNotContain("[WRN]", result.Output);
    }

    [Fact]
    public void The_last_occurrence_wins() =>
        Assert.Equal("two", Root.Run("parameters", "--image-name", "one", "--quick", "--image-name", "two").Value("ImageName"));

    [Fact]
    public void Lists_take_the_following_arguments_or_are_split_at_the_separator()
    {
        var result = Root.Run("parameters", "--items", "a,b", "c", "--image-tags", "x,y", "--db-tables", "t");

        Assert.Equal("a,b|c", result.Value("Items"));
        Assert.Equal("x|y", result.Value("ImageTags"));
        Assert.Equal("t", result.Value("Tables"));
    }

    [Fact]
    public void Mixing_both_kinds_of_list_drops_the_value_with_a_warning()
    {
        var result = Root.Run("parameters", "--image-tags", "x,y", "z");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("untagged", result.Value("ImageTags"));
        Assert.Contains("[WRN] Could not inject value for IImage.ImageTags", result.Output);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("True", "true")]
    [InlineData("False", "false")]
    public void A_switch_stands_alone_or_before_its_value(string expected, params string[] value)
    {
        var result = Root.Run("parameters", ["--quick", .. value, "--push-image", .. value]);

        Assert.Equal(expected, result.Value("Quick"));
        Assert.Equal(expected, result.Value("PushImage"));
    }

    [Fact]
    public void Texts_become_the_types_of_their_members()
    {
        var result = Root.Run(
            "parameters",
            [
                "--rounds",
                "12",
                "--season",
                "AUTUMN",
                "--mode",
                "fast",
                "--ratio",
                "2.5",
                "--cold-build",
                "00:04:30",
                "--build-context",
                "../x",
            ]
        );

        Assert.Equal("12", result.Value("Rounds"));
        Assert.Equal("Autumn", result.Value("Season"));
        Assert.Equal("fast-mode", result.Value("Mode"));
        Assert.Equal("2.5", result.Value("Ratio"));
        Assert.Equal("00:04:30", result.Value("ColdBuild"));
        Assert.Equal(Path.Combine(Path.GetDirectoryName(Root.Folder)!, "x"), result.Value("BuildContext"));
    }

    [Fact]
    public void Names_come_from_the_prefix_of_the_component_or_from_the_attribute()
    {
        var result = Root.Run("parameters", "--db-port", "5", "--renamed", "yes", "--port", "6", "--original", "no");

        Assert.Equal("5", result.Value("Port"));
        Assert.Equal("yes", result.Value("Original"));
    }

    [Fact]
    public void A_value_that_does_not_convert_is_dropped_with_a_warning_and_no_other_source_is_asked()
    {
        Root.Write(".nuke/parameters.json", """{ "Rounds": 3 }""");

        var result = Root.Run("parameters", "--rounds", "many");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("7", result.Value("Rounds"));
        Assert.Contains("[WRN] Could not inject value for ParameterBuild.Rounds", result.Output);
        Assert.Contains("Value 'many' could not be converted to 'int?'", result.Output);
    }

    [Fact]
    public void An_optional_member_drops_it_without_a_word() =>
        Assert.DoesNotContain("[WRN]", Root.Run("parameters", "--forgiven", "never").Output);

    [Fact]
    public void A_target_after_an_option_is_taken_for_its_value()
    {
        var result = Root.Run("graph", "--no-logo", "Lint");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[WRN] Could not inject value for NukeBuild.NoLogo", result.Output);
        Assert.Equal(["Restore Succeeded < 1sec", "Compile Succeeded < 1sec // Warnings: 3, State: clean"], result.Rows());
    }
}
