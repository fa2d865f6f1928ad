namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>Answers one request, byte by byte as it likes; the connection closes when it returns.</summary>
internal delegate Task FakeReply(FakeRequest request, Stream connection, CancellationToken shutdown);
