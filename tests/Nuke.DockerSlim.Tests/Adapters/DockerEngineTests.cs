using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Tests.Shared;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class DockerEngineTests
{
    [Theory]
    [InlineData(EngineReplies.Classic, "overlay2")]
    [InlineData(EngineReplies.Containerd, "containerd")]
    public async Task It_describes_itself(string info, string store)
    {
        await using var fake = new FakeEngine(EngineReplies.Engine(info: info));
        using var engine = fake.Client();

        Assert.Equal(new EngineFacts("28.5.2", store, engine.Address.Host), await engine.DescribeAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("24.0.7")]
    [InlineData("20.10.24+dfsg1")]
    public async Task One_that_is_too_old_is_named_with_its_version_and_what_it_lacks(string version)
    {
        await using var fake = new FakeEngine(EngineReplies.Engine(version));
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.Contains($"is version {version}; 25.0 or newer is needed", error.Message, StringComparison.Ordinal);
        Assert.Contains("OCI layout", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25.0.0")]
    [InlineData("28.5.2+dfsg4")]
    [InlineData("master-dockerproject-2026")]
    public async Task One_that_is_new_enough_or_says_no_number_is_taken(string version)
    {
        await using var fake = new FakeEngine(EngineReplies.Engine(version));
        using var engine = fake.Client();

        Assert.Equal(version, (await engine.DescribeAsync(CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Where_nobody_listens_the_error_says_what_was_looked_for()
    {
        using var engine = new DockerEngine(new EngineAddress("unix://" + FakeEngine.NewSocketPath(), "DOCKER_HOST"));

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.Contains($"No Docker engine answers at {engine.Address.Host} (from DOCKER_HOST)", error.Message, StringComparison.Ordinal);
        Assert.Contains("current docker context", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_hangs_up_is_not_there()
    {
        await using var fake = new FakeEngine(Replies.Nothing);
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.Contains("No Docker engine answers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_error_is_passed_on()
    {
        await using var fake = new FakeEngine(Replies.Error(500, "database is locked"));
        using var engine = fake.Client();
        Func<Task>[] questions =
        [
            () => engine.DescribeAsync(CancellationToken.None),
            () => engine.FindAsync("x", CancellationToken.None),
            () => engine.RemoveAsync("x", CancellationToken.None),
        ];

        foreach (var question in questions)
        {
            var error = await Assert.ThrowsAsync<EngineException>(question);
            Assert.Contains("answered 500", error.Message, StringComparison.Ordinal);
            Assert.Contains("database is locked", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ssh://me@build", "ssh -NL")]
    [InlineData("/var/run/docker.sock", "cannot be used")]
    [InlineData("fd://", "cannot be used")]
    public void An_address_that_its_api_cannot_be_read_over_is_an_input_error(string host, string part)
    {
        var error = Assert.Throws<InputException>(() => new DockerEngine(new EngineAddress(host, "DOCKER_HOST")));

        Assert.Contains(host, error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_an_image_that_is_not_there_says_which_target_makes_it()
    {
        await using var fake = new FakeEngine(EngineReplies.Engine());
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.SaveAsync("shop:dockerslim", CancellationToken.None));

        Assert.Equal("The engine has no image shop:dockerslim; build it with ./build.sh BuildImage.", error.Message);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Removing_what_is_gone_or_in_use_is_fine(int status)
    {
        await using var fake = new FakeEngine(Replies.Error(status, "image is being used by running container"));
        using var engine = fake.Client();

        await engine.RemoveAsync("shop:dockerslim", CancellationToken.None);

        Assert.Equal("DELETE", fake.Request.Method);
    }

    [Theory]
    [InlineData("""["shop:kept"]""", 0)]
    [InlineData("[]", 1)]
    public async Task By_its_id_an_image_is_removed_only_when_it_has_no_name(string names, int removals)
    {
        await using var fake = new FakeEngine(
            EngineReplies.ByQuestion(("GET", Replies.Json($$"""{"Id":"sha256:1","RepoTags":{{names}}}""")), ("DELETE", Replies.Json("[]")))
        );
        using var engine = fake.Client();

        await engine.RemoveAsync("sha256:1", CancellationToken.None);

        Assert.Equal(removals, fake.Requests.Count(x => x.Method == "DELETE"));
    }

    [Fact]
    public async Task It_tells_the_manifests_whose_content_it_has()
    {
        await using var fake = new FakeEngine(
            EngineReplies.ByQuestion(
                (
                    "GET /v1.48/images/me/shop:1/json?manifests=true",
                    Replies.Json(
                        $$"""
                        {"Id":"sha256:1","Manifests":[
                          {{Manifest('1', "image", true, """{"os":"linux","architecture":"arm64","variant":"v8"}""")}},
                          {{Manifest('2', "image", false, """{"os":"linux","architecture":"amd64"}""")}},
                          {{Manifest('3', "attestation", true, """{"os":"unknown","architecture":"unknown"}""")}}]}
                        """
                    )
                )
            )
        );
        using var engine = fake.Client();

        Assert.Equal(
            [new EngineManifest(new Digest("sha256:" + new string('1', 64)), "linux/arm64/v8")],
            await engine.ListManifestsAsync("me/shop:1", CancellationToken.None)
        );
    }

    [Theory]
    [InlineData(200, """{"Id":"sha256:1"}""")]
    [InlineData(200, """{"Manifests":[{"Kind":"image"}]}""")]
    [InlineData(200, """{"Manifests":[7]}""")]
    [InlineData(200, "[")]
    [InlineData(400, """{"message":"client version 1.48 is too new"}""")]
    [InlineData(404, """{"message":"No such image"}""")]
    public async Task One_that_does_not_tell_manifests_is_asked_otherwise(int status, string body)
    {
        await using var fake = new FakeEngine(status == 200 ? Replies.Json(body) : Replies.Error(status, body));
        using var engine = fake.Client();

        Assert.Empty(await engine.ListManifestsAsync("shop", CancellationToken.None));
    }

    private static string Manifest(char digit, string kind, bool isThere, string platform) =>
        $$$"""{"Kind":"{{{kind}}}","Available":{{{(isThere ? "true" : "false")}}},"Descriptor":{"digest":"sha256:{{{new string(digit, 64)}}}"},"ImageData":{"Platform":{{{platform}}}}}""";
}
