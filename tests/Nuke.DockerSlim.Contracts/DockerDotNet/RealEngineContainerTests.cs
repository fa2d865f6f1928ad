using System.Formats.Tar;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class RealEngineContainerTests
{
    [EngineFact(TestEngine.Classic)]
    public Task A_container_runs_speaks_and_fails_in_the_classic_store() => RunAsync(TestEngine.Classic);

    [EngineFact(TestEngine.Containerd)]
    public Task A_container_runs_speaks_and_fails_in_the_containerd_store() => RunAsync(TestEngine.Containerd);

    [EngineFact(TestEngine.Classic)]
    public Task A_container_is_fed_and_read_in_the_classic_store() => FeedAsync(TestEngine.Classic);

    [EngineFact(TestEngine.Containerd)]
    public Task A_container_is_fed_and_read_in_the_containerd_store() => FeedAsync(TestEngine.Containerd);

    private static async Task RunAsync(string variable)
    {
        using var client = TestEngine.Connect(variable);
        var id = await CreateAsync(
            client,
            parameters => parameters.Cmd = ["sh", "-c", "mkdir /r && echo kept > /r/f; echo out; echo err >&2; exit 3"]
        );
        try
        {
            Assert.True(await client.Containers.StartContainerAsync(id, null));
            Assert.Equal(3, (await client.Containers.WaitContainerAsync(id).Soon()).StatusCode);
            Assert.Equal(("exited", 3), await StateAsync(client, id));

            var all = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true };
            using var logs = await client.Containers.GetContainerLogsAsync(id, false, all);
            Assert.Equal(("out\n", "err\n"), await logs.ReadOutputToEndAsync(CancellationToken.None).Soon());

            var archive = await client.Containers.GetArchiveFromContainerAsync(
                id,
                new GetArchiveFromContainerParameters { Path = "/r/f" },
                false
            );
            Assert.Equal(("f", 5), (archive.Stat.Name, archive.Stat.Size));
            await using var reader = new TarReader(archive.Stream);
            using var text = new StreamReader((await reader.GetNextEntryAsync())!.DataStream!);
            Assert.Equal("kept\n", await text.ReadToEndAsync());

            Assert.False(await client.Containers.StopContainerAsync(id, new ContainerStopParameters()));
        }
        finally
        {
            await client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true });
        }

        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => client.Containers.InspectContainerAsync(id));
    }

    private static async Task FeedAsync(string variable)
    {
        using var client = TestEngine.Connect(variable);
        var id = await CreateAsync(
            client,
            parameters =>
            {
                parameters.Cmd = ["sh", "-c", "cat /given; cat >&2"];
                (parameters.OpenStdin, parameters.StdinOnce, parameters.AttachStdin) = (true, true, true);
            }
        );
        try
        {
            using var tar = new MemoryStream();
            await using (var writer = new TarWriter(tar, leaveOpen: true))
            {
                await writer.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.RegularFile, "given") { DataStream = new MemoryStream("file"u8.ToArray()) }
                );
            }

            tar.Position = 0;
            await client.Containers.ExtractArchiveToContainerAsync(id, new ContainerPathStatParameters { Path = "/" }, tar);

            var all = new ContainerAttachParameters
            {
                Stream = true,
                Stdin = true,
                Stdout = true,
                Stderr = true,
            };
            using var stream = await client.Containers.AttachContainerAsync(id, false, all).Soon();
            await client.Containers.StartContainerAsync(id, null);
            await stream.CopyFromAsync(new MemoryStream("typed"u8.ToArray()), CancellationToken.None);
            stream.CloseWrite();

            Assert.Equal(("file", "typed"), await stream.ReadOutputToEndAsync(CancellationToken.None).Soon());
        }
        finally
        {
            await client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true });
        }
    }

    private static async Task<string> CreateAsync(DockerClient client, Action<CreateContainerParameters> configure)
    {
        var parameters = new CreateContainerParameters
        {
            Name = $"contract-{Guid.NewGuid():N}",
            Image = await TestEngine.ImageWithShellAsync(client),
            HostConfig = new HostConfig { NetworkMode = "none" },
        };
        configure(parameters);
        return (await client.Containers.CreateContainerAsync(parameters)).ID;
    }

    private static async Task<(string, long)> StateAsync(DockerClient client, string id)
    {
        var container = await client.Containers.InspectContainerAsync(id);
        return (container.State.Status, container.State.ExitCode);
    }
}
