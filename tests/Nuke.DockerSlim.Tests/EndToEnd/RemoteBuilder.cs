using System.Net.Sockets;
using System.Text;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// A buildx builder of the driver <c>remote</c>, made of an engine: dockerd serves the BuildKit inside it over <c>POST /grpc</c> (engine API:
/// an upgrade to h2c), and a remote builder is a socket that speaks just that.
/// </summary>
internal sealed class RemoteBuilder : IAsyncDisposable
{
    private const string Upgrade = "POST /grpc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    private readonly TestFolder _configuration = new();
    private readonly List<SocketProxy> _nodes = [];

    public const string Name = "far";

    /// <summary>Makes a builder of a build's engine, known to that build alone.</summary>
    /// <param name="build">The build.</param>
    /// <param name="second">The platform that a second node builds, which is of the same engine; null for one node.</param>
    public static async Task<RemoteBuilder> OnAsync(UserBuild build, string? second = null)
    {
        var builder = new RemoteBuilder();
        build.Environment["BUILDX_CONFIG"] = builder._configuration.Path;
        await builder.AddNodeAsync(build.Engine.Host);
        if (second is not null)
            await builder.AddNodeAsync(build.Engine.Host, "--append", "--node", "second", "--platform", second);
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        _configuration.Dispose();
    }

    private async Task AddNodeAsync(string host, params string[] options)
    {
        var node = new SocketProxy(host) { Connected = UpgradeAsync };
        _nodes.Add(node);
        var created = await Tool.RunAsync(
            "docker",
            ["buildx", "create", "--name", Name, "--driver", "remote", .. options, node.Host],
            new Dictionary<string, string?> { ["BUILDX_CONFIG"] = _configuration.Path, ["DOCKER_HOST"] = host }
        );
        Assert.True(created.ExitCode == 0, created.Output);
    }

    private static async Task UpgradeAsync(Socket engine)
    {
        await engine.SendAsync(Encoding.ASCII.GetBytes(Upgrade), SocketFlags.None);
        // Byte by byte: what follows the head belongs to BuildKit already.
        var head = new StringBuilder();
        var next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await engine.ReceiveAsync(next, SocketFlags.None) > 0)
            head.Append((char)next[0]);
    }
}
