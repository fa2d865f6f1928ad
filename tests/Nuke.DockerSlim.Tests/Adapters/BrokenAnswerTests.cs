using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>An engine that ends in the middle of a sentence, and something else that listens where an engine should.</summary>
public sealed class BrokenAnswerTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"Version\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"Version\":\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    public async Task An_answer_that_breaks_off_is_no_engine(string text)
    {
        await using var fake = new FakeEngine(Replies.Text(text));
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.StartsWith($"No Docker engine answers at {engine.Address.Host} (from a test)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>", "is no Docker engine")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "No Docker engine answers")]
    public async Task Something_else_that_listens_there_is_no_engine(string text, string words)
    {
        await using var fake = new FakeEngine(Replies.Text(text));
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.Contains(engine.Address.Host, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_is_gone_between_two_questions_is_no_engine()
    {
        await using var fake = new FakeEngine(Replies.Json("""{"Version":"28.5.2","ApiVersion":"1.51"}"""), Replies.Nothing);
        using var engine = fake.Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => engine.DescribeAsync(CancellationToken.None));

        Assert.Contains("No Docker engine answers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_image_that_breaks_off_is_not_taken_for_a_whole_one()
    {
        await using var fake = new FakeEngine(Replies.CutAfter(new byte[512]));
        using var engine = fake.Client();
        await using var image = await engine.SaveAsync("shop:dockerslim", CancellationToken.None);

        var error = await Assert.ThrowsAsync<EngineException>(() => image.CopyToAsync(Stream.Null));

        Assert.Contains("No Docker engine answers", error.Message, StringComparison.Ordinal);
    }
}
