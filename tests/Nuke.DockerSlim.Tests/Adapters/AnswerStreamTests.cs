using System.Formats.Tar;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class AnswerStreamTests
{
    [Fact]
    public async Task A_read_of_no_bytes_reads_none_and_ends_nothing()
    {
        await using var stream = Answer(new EngineBody("body"u8.ToArray()));
        var buffer = new byte[4];

        Assert.Equal(0, stream.Read([], 0, 0));
        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty));
        Assert.Equal(0, await stream.ReadAsync([], 0, 0, CancellationToken.None));
        await stream.ReadExactlyAsync(buffer);
        Assert.Equal("body"u8.ToArray(), buffer);
    }

    [Fact]
    public async Task An_archive_is_read_to_its_end()
    {
        await using var stream = Answer(new EngineBody(await ArchiveAsync()));
        await using var tar = new TarReader(stream);
        var names = new List<string>();

        while (await tar.GetNextEntryAsync() is { } entry)
            names.Add($"{entry.Name} {entry.Length}");

        Assert.Equal(["empty 0", "full 4"], names);
    }

    [Fact]
    public async Task It_takes_the_body_with_it()
    {
        var body = new MemoryStream();

        await Answer(body).DisposeAsync();

        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_an_engine_that_is_gone()
    {
        await using var stream = Answer(new BrokenBody());

        Assert.Throws<EngineException>(() => stream.ReadExactly(new byte[1], 0, 1));
        await Assert.ThrowsAsync<EngineException>(async () => await stream.ReadExactlyAsync(new byte[1]));
        await Assert.ThrowsAsync<EngineException>(() => stream.ReadExactlyAsync(new byte[1], 0, 1, CancellationToken.None).AsTask());
    }

    private static AnswerStream Answer(Stream body) => new(body, x => new EngineException("The engine is gone.", x));

    private static async Task<byte[]> ArchiveAsync()
    {
        var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "empty"));
            await tar.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, "full") { DataStream = new MemoryStream("four"u8.ToArray()) }
            );
        }
        return bytes.ToArray();
    }

    /// <summary>Like Docker.DotNet's: takes a read of no bytes for the end of the connection.</summary>
    private sealed class EngineBody(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Some(count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            base.ReadAsync(buffer, offset, Some(count), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Some(buffer.Length);
            return base.ReadAsync(buffer, cancellationToken);
        }

        private static int Some(int count) => count > 0 ? count : throw new IOException("Unexpected end of the connection.");
    }

    private sealed class BrokenBody : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Broken pipe");
    }
}
