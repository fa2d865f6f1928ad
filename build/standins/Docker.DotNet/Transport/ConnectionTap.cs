using System.Net.Sockets;

namespace Docker.DotNet.Transport;

/// <summary>The connection that a client opened last.</summary>
internal sealed class ConnectionTap
{
    public Socket Socket { get; set; }

    /// <summary>The unencrypted side of the connection.</summary>
    public Stream Stream { get; set; }
}
