using System.Text;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// One thing that BuildKit said while it built: an entry of <c>SolveStatus</c>, which <c>--progress=rawjson</c> writes one a line
/// (BuildKit, <c>client/graph.go</c>).
/// </summary>
public abstract record ProgressEvent
{
    private ProgressEvent() { }

    /// <summary>A vertex appeared or changed. The same vertex is told again with each change; a local source has more than one interval.</summary>
    /// <param name="Id">The vertex's digest.</param>
    /// <param name="Name">Its name, such as <c>[test 2/3] RUN npm test</c>.</param>
    /// <param name="Inputs">The vertices it needs.</param>
    /// <param name="Started">When it started; null before.</param>
    /// <param name="Completed">When it ended; null before.</param>
    /// <param name="Cached">Whether its result came from the cache.</param>
    /// <param name="Error">Why it failed; empty when it did not.</param>
    public sealed record VertexChanged(
        string Id,
        string Name,
        IReadOnlyList<string> Inputs,
        DateTimeOffset? Started,
        DateTimeOffset? Completed,
        bool Cached,
        string Error
    ) : ProgressEvent;

    /// <summary>A vertex made progress: bytes of a download, a transfer or an export.</summary>
    /// <param name="Vertex">The vertex's digest.</param>
    /// <param name="Id">What progresses, such as a layer's digest or <c>transferring context:</c>.</param>
    /// <param name="Current">Bytes (or items) so far.</param>
    /// <param name="Total">Bytes in all; zero when unknown.</param>
    /// <param name="Started">When it started; null when unknown.</param>
    /// <param name="Completed">When it ended; null before.</param>
    public sealed record StatusChanged(
        string Vertex,
        string Id,
        long Current,
        long Total,
        DateTimeOffset? Started,
        DateTimeOffset? Completed
    ) : ProgressEvent;

    /// <summary>A running step wrote something; not necessarily whole lines.</summary>
    /// <param name="Vertex">The vertex's digest.</param>
    /// <param name="Data">The bytes as they were written.</param>
    public sealed record OutputWritten(string Vertex, ReadOnlyMemory<byte> Data) : ProgressEvent
    {
        /// <summary>The output as UTF-8; invalid bytes are replaced.</summary>
        public string Text => Encoding.UTF8.GetString(Data.Span);
    }

    /// <summary>A build check of BuildKit's own found something.</summary>
    /// <param name="Short">The finding in one line.</param>
    /// <param name="Url">Where it is explained; empty when nowhere.</param>
    /// <param name="Line">The Dockerfile's line, from one; null when it has none.</param>
    public sealed record WarningRaised(string Short, string Url, int? Line) : ProgressEvent;

    /// <summary>A line that is not of the protocol: what buildx itself says, such as its final error.</summary>
    /// <param name="Text">The line.</param>
    public sealed record TextWritten(string Text) : ProgressEvent;
}
