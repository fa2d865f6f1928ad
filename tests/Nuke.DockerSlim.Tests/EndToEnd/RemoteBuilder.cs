using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// A buildx builder of the driver <c>remote</c>, made of an engine: dockerd serves the BuildKit inside it over <c>POST /grpc</c> (engine API:
/// an upgrade to h2c), and a remote builder is a socket that speaks just that.
/// </summary>
internal sealed class RemoteBuilder : IAsyncDisposable
{
    private const string Upgrade = "POST /grpc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    private readonly string _path = FakeEngine.NewSocketPath();
    private readonly TestFolder _configuration = new();
    private readonly UnixDomainSocketEndPoint _engine;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentBag<Socket> _ends = [];
    private readonly ConcurrentBag<Task> _work = [];

    private RemoteBuilder(string host)
    {
        _engine = new UnixDomainSocketEndPoint(new Uri(host).AbsolutePath);
        _listener.Bind(new UnixDomainSocketEndPoint(_path));
        _listener.Listen();
        _work.Add(ServeAsync());
    }

    public const string Name = "far";

    /// <summary>Makes a builder of a build's engine, known to that build alone.</summary>
    public static async Task<RemoteBuilder> OnAsync(UserBuild build)
    {
        var builder = new RemoteBuilder(build.Engine.Host);
        build.Environment["BUILDX_CONFIG"] = builder._configuration.Path;
        var created = await Tool.RunAsync(
            "docker",
            ["buildx", "create", "--name", Name, "--driver", "remote", "unix://" + builder._path],
            new Dictionary<string, string?> { ["BUILDX_CONFIG"] = builder._configuration.Path, ["DOCKER_HOST"] = build.Engine.Host }
        );
        Assert.True(created.ExitCode == 0, created.Output);
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        File.Delete(_path);
        foreach (var end in _ends)
            end.Dispose();
        await Task.WhenAll(_work);
        _configuration.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                _ends.Add(client);
                _ends.Add(engine);
                await engine.ConnectAsync(_engine);
                await engine.SendAsync(Encoding.ASCII.GetBytes(Upgrade), SocketFlags.None);
                await SkipHeadAsync(engine);
                _work.Add(CopyAsync(client, engine));
                _work.Add(CopyAsync(engine, client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Over.
        }
    }

    // Byte by byte: what follows the head belongs to BuildKit already.
    private static async Task SkipHeadAsync(Socket engine)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await engine.ReceiveAsync(next, SocketFlags.None) > 0)
            head.Append((char)next[0]);
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, SocketFlags.None) is > 0 and var count)
                await to.SendAsync(buffer.AsMemory(0, count), SocketFlags.None);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of the two has hung up.
        }
    }
}
