using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class PushTests
{
    [Fact]
    public async Task A_push_without_credentials_sends_an_empty_object()
    {
        await using var engine = new FakeEngine(Replies.Chunks("{}"));
        using var client = engine.Connect();

        await client.Images.PushImageAsync(
            "127.0.0.1:5000/team/app",
            new ImagePushParameters { Tag = "ci" },
            null,
            new Collected<JSONMessage>()
        );

        Assert.Equal("POST /images/127.0.0.1:5000/team/app/push?tag=ci", engine.Request.ToString());
        Assert.Equal("e30=", engine.Request.Headers["X-Registry-Auth"]);
    }

    [Fact]
    public async Task Every_message_is_reported_in_order_however_it_was_cut_into_chunks()
    {
        await using var engine = new FakeEngine(
            Replies.Chunks(
                "{\"status\":\"Preparing\",\"id\":\"l1\",\"progressDetail\":{}}\r\n{\"status\":\"Push",
                "ing\",\"id\":\"l1\",\"progressDetail\":{\"current\":5,\"total\":10},\"progress\":\"[=>]\"}\r\n",
                "{\"status\":\"done\"}{\"status\":\"really\"}",
                "\n{\"progressDetail\":{},\"aux\":{\"Tag\":\"ci\",\"Digest\":\"sha256:dd\",\"Size\":1234}}\n"
            )
        );
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress);

        Assert.Equal(["Preparing", "Pushing", "done", "really", null], progress.Items.Select(message => message.Status));
        Assert.Equal((5, 10), (progress.Items[1].Progress.Current, progress.Items[1].Progress.Total));
        Assert.Equal("[=>]", progress.Items[1].ProgressMessage);
        Assert.Null(progress.Items[2].Progress);
        var aux = progress.Items[4].Aux.ExtensionData;
        Assert.Equal("sha256:dd", aux["Digest"]);
        Assert.Equal(1234L, aux["Size"]);
    }

    [Fact]
    public async Task A_message_is_reported_while_the_engine_is_still_writing()
    {
        var continued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = new FakeEngine(Replies.InTwoParts("{\"status\":\"one\"}\r\n", continued.Task, "{\"status\":\"two\"}\r\n"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>(_ => continued.TrySetResult());

        await client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress).Soon();

        Assert.Equal(["one", "two"], progress.Items.Select(message => message.Status));
    }

    [Fact]
    public async Task A_refused_push_does_not_throw_and_says_why_in_a_message()
    {
        await using var engine = new FakeEngine(
            Replies.Chunks("{\"errorDetail\":{\"code\":401,\"message\":\"denied\"},\"error\":\"denied: no access\"}\r\n")
        );
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress);

        var message = Assert.Single(progress.Items);
        Assert.Equal("denied: no access", message.ErrorMessage);
        Assert.Equal((401, "denied"), (message.Error.Code, message.Error.Message));
    }

    [Fact]
    public async Task A_push_that_is_cut_off_between_messages_fails()
    {
        await using var engine = new FakeEngine(Replies.CutAfter("{\"status\":\"one\"}\r\n"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await Assert.ThrowsAnyAsync<IOException>(() =>
            client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress).Soon()
        );

        Assert.Equal("one", Assert.Single(progress.Items).Status);
    }

    [Fact]
    public async Task Something_that_is_no_message_fails_after_the_messages_before_it()
    {
        await using var engine = new FakeEngine(Replies.Chunks("{\"status\":\"one\"}\r\n<html>"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress).Soon()
        );

        Assert.Contains("Json", failure.GetType().FullName, StringComparison.Ordinal);
        Assert.Equal("one", Assert.Single(progress.Items).Status);
    }

    [Fact]
    public async Task A_missing_progress_fails_only_when_a_message_comes()
    {
        await using var engine = new FakeEngine(Replies.Chunks(" "), Replies.Chunks("{}"));
        using var client = engine.Connect();

        await client.Images.PushImageAsync("app", new ImagePushParameters(), null, null);

        await Assert.ThrowsAsync<NullReferenceException>(() => client.Images.PushImageAsync("app", new ImagePushParameters(), null, null));
    }
}
