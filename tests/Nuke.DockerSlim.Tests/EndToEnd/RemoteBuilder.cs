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
    private readonly SocketProxy _proxy;

    private RemoteBuilder(string host) => _proxy = new SocketProxy(host) { Connected = UpgradeAsync };

    public const string Name = "far";

    /// <summary>Makes a builder of a build's engine, known to that build alone.</summary>
    public static async Task<RemoteBuilder> OnAsync(UserBuild build)
    {
        var builder = new RemoteBuilder(build.Engine.Host);
        build.Environment["BUILDX_CONFIG"] = builder._configuration.Path;
        var created = await Tool.RunAsync(
            "docker",
            ["buildx", "create", "--name", Name, "--driver", "remote", builder._proxy.Host],
            new Dictionary<string, string?> { ["BUILDX_CONFIG"] = builder._configuration.Path, ["DOCKER_HOST"] = build.Engine.Host }
        );
        Assert.True(created.ExitCode == 0, created.Output);
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _configuration.Dispose();
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
