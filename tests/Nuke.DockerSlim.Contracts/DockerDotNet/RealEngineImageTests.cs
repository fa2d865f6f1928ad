using System.Formats.Tar;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class RealEngineImageTests
{
    private readonly string _repository = $"contract-{Guid.NewGuid():N}";

    [EngineFact(TestEngine.Classic)]
    public async Task The_classic_store_is_told_by_its_driver()
    {
        var status = await DriverStatusAsync(TestEngine.Classic);

        Assert.DoesNotContain(status, pair => pair[0] == "driver-type");
    }

    [EngineFact(TestEngine.Containerd)]
    public async Task The_containerd_store_is_told_by_its_driver()
    {
        var status = await DriverStatusAsync(TestEngine.Containerd);

        Assert.Contains(status, pair => pair is ["driver-type", "io.containerd.snapshotter.v1"]);
    }

    [EngineFact(TestEngine.Classic)]
    public Task An_image_lives_its_life_in_the_classic_store() => ImageLifeAsync(TestEngine.Classic);

    [EngineFact(TestEngine.Containerd)]
    public Task An_image_lives_its_life_in_the_containerd_store() => ImageLifeAsync(TestEngine.Containerd);

    [EngineFact(TestEngine.Classic)]
    public Task A_push_to_nowhere_says_so_in_a_message_of_the_classic_store() => PushToNowhereAsync(TestEngine.Classic);

    [EngineFact(TestEngine.Containerd)]
    public Task A_push_to_nowhere_says_so_in_a_message_of_the_containerd_store() => PushToNowhereAsync(TestEngine.Containerd);

    private static async Task<IList<string[]>> DriverStatusAsync(string variable)
    {
        using var client = TestEngine.Connect(variable);
        await client.System.PingAsync();
        var version = await client.System.GetVersionAsync();
        var info = await client.System.GetSystemInfoAsync();
        Assert.Equal(version.Version, info.ServerVersion);
        Assert.True(System.Version.Parse(version.APIVersion) >= new System.Version(1, 41), version.APIVersion);
        return info.DriverStatus;
    }

    private async Task ImageLifeAsync(string variable)
    {
        using var client = TestEngine.Connect(variable);
        var images = client.Images;
        await ImportAsync(client, _repository);
        try
        {
            await images.TagImageAsync($"{_repository}:1", new ImageTagParameters { RepositoryName = _repository, Tag = "2" });
            var image = await images.InspectImageAsync($"{_repository}:2");
            Assert.Equal([$"{_repository}:1", $"{_repository}:2"], image.RepoTags.Order());
            Assert.Equal(["K=v"], image.Config.Env);
            Assert.Single(image.RootFS.Layers);
            Assert.Single(await images.GetImageHistoryAsync(image.ID));
            Assert.Equal(image.ID, Assert.Single(await images.ListImagesAsync(References($"{_repository}:1"))).ID);

            using var saved = new MemoryStream();
            await using (var stream = await images.SaveImageAsync($"{_repository}:1"))
            {
                await stream.CopyToAsync(saved);
            }

            Assert.Contains("manifest.json", EntriesOf(saved));
            await DeleteAsync(client, "1", "2");
            await Assert.ThrowsAsync<DockerImageNotFoundException>(() => images.InspectImageAsync($"{_repository}:1"));

            saved.Position = 0;
            var messages = new Collected<JSONMessage>();
            await images.LoadImageAsync(new ImageLoadParameters { Quiet = true }, saved, messages);
            Assert.Contains(messages.Items, message => message.Stream?.Contains(_repository, StringComparison.Ordinal) == true);
            Assert.Equal(image.RootFS.Layers, (await images.InspectImageAsync($"{_repository}:1")).RootFS.Layers);
        }
        finally
        {
            await DeleteAsync(client, "1");
        }
    }

    private async Task PushToNowhereAsync(string variable)
    {
        // Port 1 is where nobody listens.
        var repository = $"127.0.0.1:1/{_repository}";
        using var client = TestEngine.Connect(variable);
        await ImportAsync(client, repository);
        try
        {
            var messages = new Collected<JSONMessage>();
            await client.Images.PushImageAsync(repository, new ImagePushParameters { Tag = "1" }, null, messages);

            var failure = Assert.Single(messages.Items, message => message.Error is not null);
            Assert.Equal(failure.ErrorMessage, failure.Error.Message);
        }
        finally
        {
            await client.Images.DeleteImageAsync($"{repository}:1", new ImageDeleteParameters());
        }
    }

    private static async Task ImportAsync(DockerClient client, string repository)
    {
        using var tar = new MemoryStream();
        await using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            var content = new MemoryStream(Encoding.UTF8.GetBytes(repository));
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "hello.txt") { DataStream = content });
        }

        tar.Position = 0;
        var parameters = new ImagesCreateParameters
        {
            Repo = repository,
            Tag = "1",
            Changes = ["ENV K=v"],
        };
        var messages = new Collected<JSONMessage>();
        await client.Images.CreateImageAsync(parameters, tar, null, messages);
        Assert.DoesNotContain(messages.Items, message => message.Error is not null);
    }

    private async Task DeleteAsync(DockerClient client, params string[] tags)
    {
        foreach (var tag in tags)
        {
            var deleted = await client.Images.DeleteImageAsync($"{_repository}:{tag}", new ImageDeleteParameters());
            Assert.Contains(deleted, entry => entry.ContainsKey("Untagged"));
        }
    }

    private static ImagesListParameters References(string reference) =>
        new()
        {
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["reference"] = new Dictionary<string, bool> { [reference] = true },
            },
        };

    private static List<string> EntriesOf(MemoryStream tar)
    {
        tar.Position = 0;
        var names = new List<string>();
        using var reader = new TarReader(tar, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name);
        }

        return names;
    }
}
