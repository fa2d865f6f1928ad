using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Wrong input is an error before any engine is asked: exit code 1, all of it at once, and nothing is left behind.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("--download-size: '20XB'", "--download-size", "20XB")]
    [InlineData("--download-size: '5 apples'", "--download-size", "5 apples")]
    [InlineData("limit of the download size is 0 B", "--download-size", "0MB")]
    [InlineData("--cold-build: '-3s' is negative", "--cold-build", "-3s")]
    [InlineData("--cold-build: '-' is no value; write one behind it.", "--cold-build", "-")]
    [InlineData("--warm-build: 'soon'", "--warm-build", "soon")]
    [InlineData("There is no parameter --downlod-size; did you mean --download-size?", "--downlod-size", "20MB")]
    [InlineData("--download-size 20MB", "--download-size=20MB")]
    [InlineData("'a b' ", "--image-tags", "a b")]
    [InlineData("'UPPER/Case'", "--image-repository", "UPPER/Case")]
    [InlineData("does not exist", "--build-context", "nowhere")]
    [InlineData("Other.Dockerfile does not exist", "--dockerfile", "Other.Dockerfile")]
    [InlineData("'token' comes from ", "--build-secrets", "id=token,src=token.txt")]
    [InlineData("environment variable TOKEN_OF_NOBODY, which is not set", "--build-secrets", "id=token,env=TOKEN_OF_NOBODY")]
    [InlineData("'bridge' is not a network mode", "--network-mode", "bridge")]
    [InlineData("There is no image 'shp'", "--only-image", "shp")]
    [InlineData("lukewarm", "--scenarios", "lukewarm")]
    [InlineData("'pentium'", "--platforms", "pentium")]
    [InlineData("both 'production'", "--test-stage", "production")]
    public async Task One_mistake_is_named(string sentence, params string[] arguments)
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();

        var run = await build.RunAsync(["SlimImage", .. arguments]);

        run.MustEnd(1).MustSay(sentence);
        await build.MustLeaveNothingAsync();
        Assert.False(Directory.Exists(build["artifacts"]));
    }

    [Fact]
    public async Task Several_mistakes_are_named_at_once()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();

        var run = await build.RunAsync([
            "SlimImage",
            "--download-size",
            "20XB",
            "--cold-build",
            "soon",
            "--image-tagz",
            "a",
            "--build-secrets",
            "id=a,id2=b",
        ]);

        run.MustEnd(1).MustSay("'20XB'", "'soon'", "did you mean --image-tags?");
    }

    [Fact]
    public async Task Two_images_of_one_name_would_share_a_folder()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();
        build.Environment["USER_BUILD"] = "namesakes";

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(1).MustSay("2 images are called 'shop' (acme/shop, umbrella/shop)");
    }

    [Fact]
    public async Task A_Dockerfile_that_is_missing_or_empty_is_named_with_its_path()
    {
        await using var build = UserBuild.WithoutEngine();

        (await build.RunAsync("SlimImage")).MustEnd(1).MustSay($"The Dockerfile {build["Dockerfile"]} does not exist");
        build.Write("Dockerfile", "");
        (await build.RunAsync("SlimImage")).MustEnd(1).MustSay($"The Dockerfile {build["Dockerfile"]} is empty");
    }

    [Fact]
    public async Task A_limit_in_the_environment_that_does_not_parse_is_named()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();
        build.Environment["DOWNLOAD_SIZE"] = "plenty";
        build.Environment["PUSH_IMAGE"] = "perhaps";

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(1).MustSay("--download-size: 'plenty'", "PUSH_IMAGE sets --push-image, which is true or false, not 'perhaps'");
    }

    [Fact]
    public async Task An_engine_that_nobody_runs_is_an_engine_error_that_says_where_was_looked()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(4).MustSay("No Docker engine answers at unix:///nowhere/docker.sock (from DOCKER_HOST)");
        await build.MustLeaveNothingAsync();
    }
}
