using System.Text;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>What a client sent. The target is path and query, also where the client named scheme and host.</summary>
internal sealed record FakeRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public IReadOnlyList<string> Query => Target.Split('?') is [_, { Length: > 0 } query] ? query.Split('&') : [];

    public string Text => Encoding.UTF8.GetString(Body);

    public override string ToString() => $"{Method} {Target}";
}
