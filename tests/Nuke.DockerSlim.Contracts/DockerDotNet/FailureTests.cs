using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class FailureTests
{
    [Fact]
    public async Task An_error_answer_carries_status_and_body()
    {
        await using var engine = new FakeEngine(Replies.Error(500, "disk full"));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAsync<DockerApiException>(() => client.System.GetVersionAsync());

        Assert.Equal(HttpStatusCode.InternalServerError, failure.StatusCode);
        Assert.Equal("""{"message":"disk full"}""", failure.ResponseBody);
        Assert.Equal("""Docker API responded with status code=InternalServerError, response={"message":"disk full"}""", failure.Message);
    }

    [Fact]
    public async Task An_answer_shorter_than_its_stated_length_is_half_a_JSON_text()
    {
        await using var engine = new FakeEngine(
            Replies.Text("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"Version\":")
        );
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.System.GetVersionAsync());

        Assert.Contains(failure.GetType().Namespace, new[] { "Newtonsoft.Json", "System.Text.Json" });
    }

    [Fact]
    public async Task A_missing_image_has_its_own_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "No such image: x"));
        using var client = engine.Connect();

        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.InspectImageAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.GetImageHistoryAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.TagImageAsync("x", new ImageTagParameters()));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.DeleteImageAsync("x", new ImageDeleteParameters()));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.SaveImageAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() =>
            client.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "x" })
        );
    }

    [Fact]
    public async Task A_push_pull_or_load_that_finds_nothing_has_the_general_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "no"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await Assert.ThrowsAsync<DockerApiException>(() => client.Images.PushImageAsync("x", new ImagePushParameters(), null, progress));
        await Assert.ThrowsAsync<DockerApiException>(() => client.Images.CreateImageAsync(new ImagesCreateParameters(), null, progress));
        await Assert.ThrowsAsync<DockerApiException>(() =>
            client.Images.LoadImageAsync(new ImageLoadParameters(), new MemoryStream(), progress)
        );
        Assert.Empty(progress.Items);
    }

    [Fact]
    public async Task A_missing_container_has_its_own_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "No such container: x"));
        using var client = engine.Connect();
        var containers = client.Containers;

        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.InspectContainerAsync("x"));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.StartContainerAsync("x", null));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.WaitContainerAsync("x"));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.RemoveContainerAsync("x", new ContainerRemoveParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.GetContainerLogsAsync("x", false, new ContainerLogsParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.AttachContainerAsync("x", false, new ContainerAttachParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.ExportContainerAsync("x"));
    }

    [Fact]
    public async Task Both_not_found_types_are_api_errors()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "no"));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAnyAsync<DockerApiException>(() => client.Containers.InspectContainerAsync("x"));

        Assert.Equal(HttpStatusCode.NotFound, failure.StatusCode);
    }

    [Theory]
    [InlineData("""{"Version":"1""")]
    [InlineData("<html>")]
    [InlineData("""{"Version":"1"} trailing""")]
    public async Task An_answer_that_is_not_json_fails(string body)
    {
        await using var engine = new FakeEngine(Replies.Json(body));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.System.GetVersionAsync());

        Assert.EndsWith("Exception", failure.GetType().Name, StringComparison.Ordinal);
        Assert.Contains("Json", failure.GetType().FullName, StringComparison.Ordinal);
    }
}
