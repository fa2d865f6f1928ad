namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class EnvironmentContract : BuildContract
{
    [Theory]
    [InlineData("ImageName")]
    [InlineData("IMAGE_NAME")]
    [InlineData("imagename")]
    [InlineData("NUKE_IMAGE_NAME")]
    public void A_variable_is_known_by_its_letters_with_or_without_the_prefix(string variable)
    {
        Root.Environment[variable] = "shop";

        Assert.Equal("shop", Root.Run("parameters").Value("ImageName"));
    }

    [Fact]
    public void Two_variables_for_one_parameter_are_a_warning_and_neither_counts()
    {
        Root.Environment["IMAGE_NAME"] = "one";
        Root.Environment["NUKE_IMAGE_NAME"] = "two";

        var result = Root.Run("parameters");

        Assert.Equal("none", result.Value("ImageName"));
        Assert.Contains("[WRN] Could not resolve ImageName since multiple values are provided", result.Output);
    }

    [Fact]
    public void The_exact_name_goes_before_all_others()
    {
        Root.Environment["IMAGE_NAME"] = "one";
        Root.Environment["ImageName"] = "exact";
        Root.Environment["NUKE_IMAGE_NAME"] = "two";

        Assert.Equal("exact", Root.Run("parameters").Value("ImageName"));
    }

    [Fact]
    public void Only_a_separator_makes_a_list_and_empty_pieces_are_left_out()
    {
        Root.Environment["ITEMS"] = "a,b";
        Root.Environment["IMAGE_TAGS"] = "x,,y";

        var result = Root.Run("parameters");

        Assert.Equal("a,b", result.Value("Items"));
        Assert.Equal("x|y", result.Value("ImageTags"));
    }

    [Fact]
    public void An_empty_variable_is_false_and_an_empty_list_and_no_text()
    {
        Root.Environment["PUSH_IMAGE"] = "";
        Root.Environment["IMAGE_TAGS"] = "";
        Root.Environment["IMAGE_NAME"] = "";

        var result = Root.Run("parameters");

        Assert.Equal("False", result.Value("PushImage"));
        Assert.Equal("", result.Value("ImageTags"));
        Assert.Equal("none", result.Value("ImageName"));
    }

    [Fact]
    public void The_command_line_goes_before_the_environment()
    {
        Root.Environment["IMAGE_NAME"] = "environment";

        Assert.Equal("command", Root.Run("parameters", "--image-name", "command").Value("ImageName"));
    }

    [Fact]
    public void Built_in_parameters_are_read_from_it_too()
    {
        Root.Environment["NUKE_TARGET"] = "lint";
        Root.Environment["NUKE_VERBOSITY"] = "Minimal";

        Assert.Equal(["Lint Succeeded < 1sec"], Root.Run("graph").Rows());
        Assert.Contains("verbosity Minimal", Root.Run("components", "Verb").Output);
    }
}
