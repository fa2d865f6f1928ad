using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What the test registry holds, asked over HTTP and not with any tool of ours.</summary>
internal static class RegistryContent
{
    private const string Index = "application/vnd.oci.image.index.v1+json";
    private static readonly HttpClient Client = new();

    /// <summary>What buildx says of a tag, by a template of Go.</summary>
    public static async Task<string> InspectAsync(string name, string tag, string format)
    {
        var said = await Tool.RunAsync(
            "docker",
            ["buildx", "imagetools", "inspect", "--format", format, $"{Stores.Registry}/{name}:{tag}"],
            new Dictionary<string, string?>()
        );
        Assert.True(said.ExitCode == 0, said.Output);
        return said.Output.Trim();
    }

    /// <summary>The digest that a tag stands for; null where there is no such tag.</summary>
    public static async Task<string?> DigestAsync(string repository, string tag)
    {
        using var answer = await GetAsync(repository, tag);
        return answer.IsSuccessStatusCode ? answer.Headers.GetValues("Docker-Content-Digest").Single() : null;
    }

    /// <summary>The digest of the config of the one image below a tag, attestations aside.</summary>
    public static async Task<string> ConfigDigestAsync(string repository, string tagOrDigest)
    {
        using var answer = await GetAsync(repository, tagOrDigest);
        var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (!manifest.TryGetProperty("manifests", out var manifests))
            return manifest.At("config.digest");
        var image = manifests.EnumerateArray().Single(x => x.At("platform.os") != "unknown");
        return await ConfigDigestAsync(repository, image.At("digest"));
    }

    /// <summary>The digest of each platform's image below a tag, attestations aside.</summary>
    public static async Task<Dictionary<string, string>> PlatformsAsync(string repository, string tag)
    {
        using var answer = await GetAsync(repository, tag);
        var index = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return index
            .Items("manifests")
            .Where(x => x.At("platform.os") != "unknown")
            .ToDictionary(x => $"{x.At("platform.os")}/{x.At("platform.architecture")}", x => x.At("digest"));
    }

    /// <summary>Puts an index of nothing under a tag.</summary>
    /// <returns>Its digest.</returns>
    public static Task<string> PutIndexAsync(string repository, string tag) =>
        PutAsync(
            repository,
            tag,
            $$"""{"schemaVersion": 2, "mediaType": "{{Index}}", "manifests": [], "annotations": {"of": "{{repository}}"} }""",
            Index
        );

    /// <summary>Lets a tag stand for what another one stands for.</summary>
    public static async Task TagAsync(string repository, string digest, string tag)
    {
        using var answer = await GetAsync(repository, digest);
        var type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.Equal(digest, await PutAsync(repository, tag, await answer.Content.ReadAsStringAsync(), type));
    }

    private static async Task<string> PutAsync(string repository, string tag, string content, string type)
    {
        using var body = new StringContent(content, System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type));
        using var answer = await Client.PutAsync(new Uri($"http://{Stores.Registry}/v2/{repository}/manifests/{tag}"), body);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Docker-Content-Digest").Single();
    }

    private static async Task<HttpResponseMessage> GetAsync(string repository, string tagOrDigest)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Stores.Registry}/v2/{repository}/manifests/{tagOrDigest}");
        foreach (var kind in (string[])["manifest.v1+json", "index.v1+json"])
            request.Headers.Accept.ParseAdd("application/vnd.oci.image." + kind);
        foreach (var kind in (string[])["manifest.v2+json", "manifest.list.v2+json"])
            request.Headers.Accept.ParseAdd("application/vnd.docker.distribution." + kind);
        return await Client.SendAsync(request);
    }
}
