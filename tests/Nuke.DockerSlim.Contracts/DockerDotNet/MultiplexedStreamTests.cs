using System.Text;
using Docker.DotNet;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class MultiplexedStreamTests
{
    [Fact]
    public async Task A_small_buffer_gets_a_frame_in_pieces()
    {
        using var stream = new MultiplexedStream(new MemoryStream([.. Frames.Output(""), .. Frames.Error("abcde")]), multiplexed: true);
        var buffer = new byte[10];

        var first = await stream.ReadOutputAsync(buffer, 2, 3, CancellationToken.None);
        var second = await stream.ReadOutputAsync(buffer, 5, 5, CancellationToken.None);
        var end = await stream.ReadOutputAsync(buffer, 0, 10, CancellationToken.None);

        Assert.Equal((3, MultiplexedStream.TargetStream.StandardError, false), (first.Count, first.Target, first.EOF));
        Assert.Equal((2, MultiplexedStream.TargetStream.StandardError), (second.Count, second.Target));
        Assert.Equal("abcde", Encoding.UTF8.GetString(buffer, 2, 5));
        Assert.True(end.EOF);
    }

    [Fact]
    public async Task An_unknown_target_is_an_error()
    {
        using var stream = new MultiplexedStream(new MemoryStream(Frames.Frame(3, "x")), multiplexed: true);

        await Assert.ThrowsAsync<IOException>(() => stream.ReadOutputAsync(new byte[9], 0, 9, CancellationToken.None));
    }

    [Fact]
    public async Task Every_target_is_copied_to_its_own_stream()
    {
        using var stream = new MultiplexedStream(
            new MemoryStream([.. Frames.Frame(0, "in"), .. Frames.Output("out"), .. Frames.Error("err")]),
            multiplexed: true
        );
        MemoryStream[] copies = [new(), new(), new()];

        await stream.CopyOutputToAsync(copies[0], copies[1], copies[2], CancellationToken.None);

        Assert.Equal(["in", "out", "err"], copies.Select(copy => Encoding.UTF8.GetString(copy.ToArray())));
    }

    [Fact]
    public async Task Input_is_written_without_frames_and_a_stream_without_a_socket_ignores_the_end_of_input()
    {
        var sink = new MemoryStream();
        using var stream = new MultiplexedStream(sink, multiplexed: true);

        await stream.CopyFromAsync(new MemoryStream("typed"u8.ToArray()), CancellationToken.None);
        stream.CloseWrite();

        Assert.Equal("typed", Encoding.UTF8.GetString(sink.ToArray()));
    }

    [Fact]
    public void Disposing_it_disposes_the_stream_beneath()
    {
        var beneath = new MemoryStream();

        new MultiplexedStream(beneath, multiplexed: false).Dispose();

        Assert.False(beneath.CanRead);
        Assert.Throws<NotSupportedException>(() => new MultiplexedStream(beneath, false).Peek(new byte[1], 1, out _, out _, out _));
    }
}
