using System.Globalization;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ImageTests
{
    [Fact]
    public async Task An_inspected_image_has_config_layers_and_sizes()
    {
        await using var engine = new FakeEngine(
            Replies.Json(
                """
                {
                  "Id": "sha256:aa", "RepoTags": ["app:1"], "RepoDigests": null, "Created": "2024-05-06T07:08:09.123456789Z",
                  "Config": { "User": "node", "Env": ["A=1"], "Cmd": null, "Entrypoint": ["/app"], "WorkingDir": "/srv", "Labels": { "a": "b" },
                    "ExposedPorts": { "8080/tcp": {} },
                    "Healthcheck": { "Test": ["CMD", "true"], "Interval": 30000000000, "Retries": 3 } },
                  "Architecture": "amd64", "Os": "linux", "Size": 195399133, "VirtualSize": null,
                  "GraphDriver": { "Name": "overlay2", "Data": { "MergedDir": "/m" } },
                  "RootFS": { "Type": "layers", "Layers": ["sha256:l1", "sha256:l2"] },
                  "Descriptor": { "digest": "sha256:bb", "size": 1 }
                }
                """
            )
        );
        using var client = engine.Connect();

        var image = await client.Images.InspectImageAsync("app:1");

        Assert.Equal("sha256:aa", image.ID);
        Assert.Equal(["app:1"], image.RepoTags);
        Assert.Null(image.RepoDigests);
        Assert.Equal(DateTimeKind.Utc, image.Created.Kind);
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc), image.Created, TimeSpan.FromMilliseconds(1));
        Assert.Equal("node", image.Config.User);
        Assert.Null(image.Config.Cmd);
        Assert.Equal(["/app"], image.Config.Entrypoint);
        Assert.Equal("b", image.Config.Labels["a"]);
        Assert.True(image.Config.ExposedPorts.ContainsKey("8080/tcp"));
        Assert.Equal(TimeSpan.FromSeconds(30), image.Config.Healthcheck.Interval);
        Assert.Equal(("amd64", "linux", 195399133, 0), (image.Architecture, image.Os, image.Size, image.VirtualSize));
        Assert.Equal("overlay2", image.GraphDriver.Name);
        Assert.Equal(["sha256:l1", "sha256:l2"], image.RootFS.Layers);
    }

    [Fact]
    public async Task Listed_images_and_history_give_their_moments_in_seconds()
    {
        await using var engine = new FakeEngine(
            Replies.Json("""[{"Id":"sha256:aa","RepoTags":["app:1"],"Created":1700000000,"Size":42,"Labels":null,"Containers":-1}]"""),
            Replies.Json("""[{"Id":"<missing>","Created":1700000000,"CreatedBy":"RUN x","Tags":null,"Size":7,"Comment":"buildkit"}]""")
        );
        using var client = engine.Connect();
        var moment = new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc);

        var image = Assert.Single(await client.Images.ListImagesAsync(new ImagesListParameters()));
        var step = Assert.Single(await client.Images.GetImageHistoryAsync("app:1"));

        Assert.Equal((moment, 42, -1), (image.Created, image.Size, image.Containers));
        Assert.Null(image.Labels);
        Assert.Equal((moment, "RUN x", 7, "<missing>"), (step.Created, step.CreatedBy, step.Size, step.ID));
        Assert.Equal("GET /images/app:1/history", engine.Requests[1].ToString());
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00.0000000")]
    [InlineData("null", "0001-01-01T00:00:00.0000000")]
    [InlineData("\"2024-05-06T07:08:09.123456789Z\"", "2024-05-06T07:08:09.1234568Z")]
    [InlineData("\"2024-05-06T07:08:09\"", "2024-05-06T07:08:09.0000000")]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000Z")]
    public async Task A_moment_is_read_whatever_its_shape_and_the_first_of_all_is_none(string json, string expected)
    {
        await using var engine = new FakeEngine(Replies.Json($$"""{"Created":{{json}}}"""));
        using var client = engine.Connect();

        var image = await client.Images.InspectImageAsync("app");

        Assert.Equal(expected, image.Created.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task An_empty_moment_is_not_one()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"Created":""}"""));
        using var client = engine.Connect();

        await Assert.ThrowsAsync<FormatException>(() => client.Images.InspectImageAsync("app"));
    }

    [Fact]
    public async Task A_tag_names_repository_and_tag_in_the_query()
    {
        await using var engine = new FakeEngine(Replies.Status(201));
        using var client = engine.Connect();

        await client.Images.TagImageAsync(
            "sha256:aa",
            new ImageTagParameters
            {
                RepositoryName = "host:5000/app",
                Tag = "1.0",
                Force = true,
            }
        );

        Assert.Equal("POST", engine.Request.Method);
        Assert.Equal("/images/sha256:aa/tag", engine.Request.Path);
        Assert.Equal(["repo=host%3A5000%2Fapp", "tag=1.0", "force=1"], engine.Request.Query);
    }

    [Fact]
    public async Task A_deletion_tells_what_was_untagged_and_what_is_gone()
    {
        await using var engine = new FakeEngine(Replies.Json("""[{"Untagged":"app:1"},{"Deleted":"sha256:aa"}]"""));
        using var client = engine.Connect();

        var deleted = await client.Images.DeleteImageAsync("app:1", new ImageDeleteParameters { Force = true, NoPrune = true });

        Assert.Equal(["Untagged", "Deleted"], deleted.Select(entry => Assert.Single(entry).Key));
        Assert.Equal("DELETE", engine.Request.Method);
        Assert.Equal(["force=1", "noprune=1"], engine.Request.Query);
    }

    [Fact]
    public async Task A_prune_works_with_and_without_parameters()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"ImagesDeleted":[{"Deleted":"sha256:aa"}],"SpaceReclaimed":12}"""));
        using var client = engine.Connect();

        var pruned = await client.Images.PruneImagesAsync();
        await client.Images.PruneImagesAsync(new ImagesPruneParameters { Filters = new Dictionary<string, IDictionary<string, bool>>() });

        Assert.Equal(12ul, pruned.SpaceReclaimed);
        Assert.Equal("sha256:aa", Assert.Single(pruned.ImagesDeleted).Deleted);
        Assert.Equal(["POST /images/prune", "POST /images/prune?filters=%7B%7D"], engine.Requests.Select(request => request.ToString()));
    }

    [Fact]
    public async Task Missing_names_and_parameters_are_refused_before_anything_is_sent()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect();
        var images = client.Images;
        var progress = new Collected<JSONMessage>();

        await Assert.ThrowsAsync<ArgumentNullException>(() => images.ListImagesAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.InspectImageAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.GetImageHistoryAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.TagImageAsync("x", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.DeleteImageAsync("x", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.PushImageAsync("", new ImagePushParameters(), null, progress));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.PushImageAsync("x", null!, null, progress));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.CreateImageAsync(null!, null, progress));
        await Assert.ThrowsAsync<ArgumentNullException>(() => images.LoadImageAsync(new ImageLoadParameters(), null!, progress));
        Assert.Empty(engine.Requests);
    }
}
