namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class ParameterFileContract : BuildContract
{
    [Fact]
    public void Keys_are_member_names_with_their_prefix_in_their_very_case()
    {
        Root.Write(
            ".nuke/parameters.json",
            """{ "ImageName": "shop", "quick": true, "DbPort": 7, "DbTables": ["u", "v"], "Renamed": "r" }"""
        );

        var result = Root.Run("parameters");

        Assert.Equal("shop", result.Value("ImageName"));
        Assert.Equal("False", result.Value("Quick"));
        Assert.Equal("7", result.Value("Port"));
        Assert.Equal("u|v", result.Value("Tables"));
        Assert.Equal("r", result.Value("Original"));
    }

    [Fact]
    public void Scalars_convert_from_texts_and_texts_from_scalars()
    {
        Root.Write(
            ".nuke/parameters.json",
            """{ "Rounds": "9", "Quick": "true", "Season": "autumn", "Mode": "fast", "ImageName": 5, "ColdBuild": "00:04:00" }"""
        );

        var result = Root.Run("parameters");

        Assert.Equal("9", result.Value("Rounds"));
        Assert.Equal("True", result.Value("Quick"));
        Assert.Equal("Autumn", result.Value("Season"));
        Assert.Equal("fast-mode", result.Value("Mode"));
        Assert.Equal("5", result.Value("ImageName"));
        Assert.Equal("00:04:00", result.Value("ColdBuild"));
    }

    [Fact]
    public void A_text_is_no_list_whatever_the_separator()
    {
        Root.Write(".nuke/parameters.json", """{ "ImageTags": "a,b" }""");

        var result = Root.Run("parameters");

        Assert.Equal("untagged", result.Value("ImageTags"));
        Assert.Contains("[WRN] Could not inject value for IImage.ImageTags", result.Output);
    }

    [Fact]
    public void Relative_paths_start_at_the_root_not_at_the_working_directory()
    {
        Root.Write(".nuke/parameters.json", """{ "BuildContext": "src/shop" }""");
        var below = Directory.CreateDirectory(Path.Combine(Root.Folder, "deep", "below")).FullName;

        using var run = Root.StartIn(below, "parameters", "--output-folder", "out");
        var result = run.Finish();

        Assert.Equal(Path.Combine(Root.Folder, "src/shop"), result.Value("BuildContext"));
        Assert.Equal(Path.Combine(below, "out"), result.Value("OutputFolder"));
    }

    [Fact]
    public void The_environment_goes_before_the_files()
    {
        Root.Write(".nuke/parameters.json", """{ "ImageName": "file", "Rounds": 4 }""");
        Root.Environment["IMAGE_NAME"] = "environment";

        var result = Root.Run("parameters");

        Assert.Equal("environment", result.Value("ImageName"));
        Assert.Equal("4", result.Value("Rounds"));
    }

    [Fact]
    public void The_last_profile_goes_before_the_earlier_ones_and_they_before_the_default_file()
    {
        Root.Write(".nuke/parameters.json", """{ "Rounds": 1, "ImageName": "default", "Quick": true }""");
        Root.Write(".nuke/parameters.one.json", """{ "Rounds": 2, "ImageName": "one" }""");
        Root.Write(".nuke/parameters.two.json", """{ "Rounds": 3 }""");

        var result = Root.Run("parameters", "--profile", "one", "two");

        Assert.Equal("3", result.Value("Rounds"));
        Assert.Equal("one", result.Value("ImageName"));
        Assert.Equal("True", result.Value("Quick"));
    }

    [Fact]
    public void A_missing_profile_fails_the_build()
    {
        var result = Root.Run("parameters", "--profile", "absent");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains($"Expected file to exist: {Root.NukeFolder}/parameters.absent.json", result.Output);
        Assert.DoesNotContain("Rounds=", result.Output);
    }

    [Fact]
    public void A_secret_in_plain_text_is_dropped_with_a_warning()
    {
        Root.Write(".nuke/parameters.json", """{ "ApiToken": "plain" }""");

        var result = Root.Run("parameters");

        Assert.Equal("null", result.Value("ApiToken"));
        Assert.Contains("[WRN] Could not inject value for ParameterBuild.ApiToken", result.Output);
    }

    [Fact]
    public void Targets_can_be_named_in_the_file()
    {
        Root.Write(".nuke/parameters.json", """{ "Target": ["Lint"] }""");

        Assert.Equal(["Lint Succeeded < 1sec"], Root.Run("graph").Rows());
    }
}
