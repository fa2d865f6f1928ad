using Nuke.DockerSlim.Compressing;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class StreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_head_comes_before_the_rest(int head)
    {
        byte[] all = [1, 2, 3, 4, 5];
        await using var stream = new HeadedStream(all.AsMemory(0, head), new MemoryStream(all[head..]));
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(all, copy.ToArray());
        Assert.Equal(5, stream.Count);
    }

    [Fact]
    public void A_head_larger_than_the_buffer_is_read_in_pieces()
    {
        using var stream = new HeadedStream(new byte[] { 1, 2, 3 }, new MemoryStream([4, 5]));
        var buffer = new byte[2];
        var read = new List<byte>();
        for (int count; (count = stream.Read(buffer, 0, 2)) > 0; )
            read.AddRange(buffer[..count]);
        Assert.Equal([1, 2, 3, 4, 5], read);
    }

    [Fact]
    public void The_rest_stays_open_behind_a_head()
    {
        using var rest = new MemoryStream([1]);
        new HeadedStream(default, rest).Dispose();
        Assert.Equal(1, rest.ReadByte());
    }

    [Fact]
    public async Task Counts_every_way_of_writing()
    {
        await using var stream = new CountingStream();
        stream.Write(new byte[10], 2, 3);
        stream.Write(new byte[5].AsSpan());
        stream.WriteByte(1);
        await stream.WriteAsync(new byte[10], 2, 7, default);
        await stream.WriteAsync(new byte[11].AsMemory());
        Assert.Equal((27, 27), (stream.Length, stream.Position));
    }
}
