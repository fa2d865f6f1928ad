using System.Collections.Concurrent;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>A real engine, with a base image of a few megabytes: a shell and a handful of commands.</summary>
internal sealed class StoreEngine : IDisposable
{
    /// <summary>The base image of the tests' Dockerfiles.</summary>
    public const string Base = "dockerslim-tests/base:1";

    private const string BaseDockerfile = """
        FROM debian:bookworm-slim AS source
        RUN set -e; for program in /bin/sh /bin/cat /bin/cp /bin/ls /bin/mkdir /bin/rm /bin/sleep /bin/touch /usr/bin/test; do \
              for file in $program $(ldd $program | grep -o '/[^ ]*'); do mkdir -p /made$(dirname $file); cp -L $file /made$file; done; \
            done
        FROM scratch
        COPY --from=source /made/ /
        """;

    private static readonly ConcurrentDictionary<string, Lazy<Task>> Bases = new();

    private StoreEngine(string store)
    {
        Host = Stores.Host(store);
        Engine = new DockerEngine(new EngineAddress(Host, "the tests"));
    }

    public string Host { get; }

    public DockerEngine Engine { get; }

    public DockerClient Client => Engine.Client;

    /// <summary>Connects, and makes the base image where the engine lacks it.</summary>
    public static async Task<StoreEngine> OpenAsync(string store)
    {
        var engine = new StoreEngine(store);
        await Bases.GetOrAdd(store, _ => new Lazy<Task>(engine.MakeBaseAsync)).Value;
        return engine;
    }

    /// <summary>Builds a Dockerfile without files to a name.</summary>
    public async Task BuildAsync(string reference, string dockerfile)
    {
        using var folder = new TestFolder();
        folder.Write("Dockerfile", dockerfile);
        var built = await Tool.RunAsync(
            "docker",
            ["buildx", "build", "--quiet", "--load", "--tag", reference, folder.Path],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = Host }
        );
        Assert.True(built.ExitCode == 0, built.Output);
    }

    /// <summary>Names and ids of the images whose name contains a text.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string part)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return
                [
                    .. (await Client.Images.ListImagesAsync(new ImagesListParameters { Filters = Naming(part) }))
                        .SelectMany(x => x.RepoTags ?? [])
                        .Where(x => x.Contains(part, StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal),
                ];
            }
            // The containerd store answers so when another test's image goes while it reads its list.
            catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.NotFound && attempt < 10)
            {
                await Task.Delay(100);
            }
    }

    // The containerd store weighs every image that it lists, for which it takes half a second where there are many.
    private static Dictionary<string, IDictionary<string, bool>> Naming(string part) =>
        new()
        {
            ["reference"] = (
                from before in new[] { "", "*/", "*/*/" }
                from behind in new[] { "", "/*", "/*/*" }
                select $"{before}*{part}*{behind}"
            ).ToDictionary(x => x, _ => true),
        };

    /// <summary>Ids of the containers, running or not, whose command contains a text.</summary>
    public async Task<IReadOnlyList<string>> ContainersAsync(string part) =>
        [
            .. (await Client.Containers.ListContainersAsync(new ContainersListParameters { All = true }))
                .Where(x => x.Command.Contains(part, StringComparison.Ordinal))
                .Select(x => x.ID),
        ];

    /// <summary>Takes away the containers whose command contains a text.</summary>
    public async Task RemoveContainersAsync(string part)
    {
        foreach (var id in await ContainersAsync(part))
            await Client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true });
    }

    /// <summary>Takes away every image whose name contains a text.</summary>
    public async Task RemoveImagesAsync(string part)
    {
        foreach (var name in await NamesAsync(part))
            await Engine.RemoveAsync(name, CancellationToken.None);
    }

    public void Dispose() => Engine.Dispose();

    private async Task MakeBaseAsync()
    {
        if (await Engine.FindAsync(Base, CancellationToken.None) is null)
            await BuildAsync(Base, BaseDockerfile);
    }
}
