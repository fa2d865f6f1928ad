using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class CancellationTests
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_request_that_takes_longer_than_the_default_timeout_is_cancelled()
    {
        await using var engine = new FakeEngine(Replies.Silence(_received));
        using var client = engine.Connect(defaultTimeout: TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.System.PingAsync().Soon());
    }

    [Fact]
    public async Task A_wait_knows_no_default_timeout_and_ends_with_its_token()
    {
        await using var engine = new FakeEngine(Replies.Silence(_received));
        using var client = engine.Connect(defaultTimeout: TimeSpan.FromMilliseconds(1));
        using var cancellation = new CancellationTokenSource();

        var waiting = client.Containers.WaitContainerAsync("c", cancellation.Token);
        await _received.Task.Soon();
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Soon());
    }

    [Fact]
    public async Task A_stop_knows_no_default_timeout()
    {
        await using var engine = new FakeEngine(Replies.Silence(_received));
        using var client = engine.Connect(defaultTimeout: TimeSpan.FromMilliseconds(1));
        using var cancellation = new CancellationTokenSource();

        var stopping = client.Containers.StopContainerAsync(
            "c",
            new ContainerStopParameters { WaitBeforeKillSeconds = 300 },
            cancellation.Token
        );
        await _received.Task.Soon();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.Soon());
        Assert.Equal("POST /containers/c/stop?t=300", engine.Request.ToString());
    }

    [Fact]
    public async Task A_push_sends_its_request_even_when_its_token_is_cancelled_already()
    {
        await using var engine = new FakeEngine(Replies.Chunks("""{"status":"pushing"}"""));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Images.PushImageAsync("app", new ImagePushParameters(), null, progress, new CancellationToken(canceled: true)).Soon()
        );

        Assert.Equal("POST /images/app/push", engine.Request.ToString());
        Assert.Empty(progress.Items);
    }

    [Fact]
    public async Task A_stream_of_messages_ends_with_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        await using var engine = new FakeEngine(Replies.InTwoParts("{\"status\":\"pulling\"}\n", new TaskCompletionSource().Task, "{}"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>(_ => cancellation.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Images.CreateImageAsync(new ImagesCreateParameters { FromImage = "x" }, null, progress, cancellation.Token).Soon()
        );

        Assert.Equal("pulling", Assert.Single(progress.Items).Status);
    }
}
