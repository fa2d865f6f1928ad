using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>What a fake engine answers, by what it is asked.</summary>
internal static class EngineReplies
{
    public const string Classic = """{"Driver":"overlay2","DriverStatus":[["Backing Filesystem","extfs"]]}""";
    public const string Containerd = """{"Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]}""";

    /// <summary>An engine that is there and has no image; others' questions are answered before.</summary>
    public static FakeReply Engine(string version = "28.5.2", string info = Classic, params (string Ask, FakeReply Reply)[] others) =>
        ByQuestion([
            .. others,
            ("/version", Replies.Json($$"""{"Version":"{{version}}","ApiVersion":"1.51"}""")),
            ("/info", Replies.Json(info)),
            ("", Replies.Error(404, "No such image")),
        ]);

    /// <summary>The first reply whose text is part of the method and path asked for.</summary>
    public static FakeReply ByQuestion(params (string Ask, FakeReply Reply)[] replies) =>
        (request, connection, shutdown) =>
            replies
                .First(x => $"{request.Method} {request.Target}".Contains(x.Ask, StringComparison.Ordinal))
                .Reply(request, connection, shutdown);

    /// <summary>The product's client of a fake engine.</summary>
    public static DockerEngine Client(this FakeEngine engine) => new(new EngineAddress(engine.Address.OriginalString, "a test"));
}
