using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Registries;
using Nuke.DockerSlim.Tests.Shared;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// A real registry that dies at each single request of a push, before it does what it is asked, and after that. What the report says of every tag has to be so, and the
/// next push has to finish it. The push runs in this process; docker's own requests are docker's to repeat.
/// </summary>
public sealed class PushRequestTests
{
    [EngineTheory, OnBothStores]
    public async Task No_tag_is_other_than_the_report_says(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.SlimAsync("--image-repository", $"{Stores.Registry}/{build.Name}")).MustEnd(0);

        await TryAllAsync(build);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task No_tag_is_other_than_the_report_says_where_the_bytes_are_uploaded_by_us(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        build.WriteImage();
        (await build.SlimAsync("--buildx-builder", RemoteBuilder.Name, "--image-repository", $"{Stores.Registry}/{build.Name}")).MustEnd(0);

        await TryAllAsync(build);
    }

    private static async Task TryAllAsync(UserBuild build)
    {
        await using var registry = new MortalRegistry();
        // What the first tag stands for beforehand: an image of another content.
        var older = await RegistryContent.PutIndexAsync(build.Name, "older");
        var whole = await PushAsync(build, registry, "0", older);
        Assert.Null(whole.Failure);
        string[] requests = [.. registry.Own];
        var content = whole.Report.Push.Digest!.Value;
        var broken = 0;

        for (var request = 1; request <= requests.Length; request++)
        {
            // What only reads comes to the same whether it is done or not.
            bool[] ways = requests[request - 1].StartsWith("GET ", StringComparison.Ordinal) ? [false] : [false, true];
            foreach (var afterwards in ways)
            {
                await registry.LiveAsync(request, afterwards);
                var name = $"{request}{(afterwards ? "b" : "a")}";
                var push = await PushAsync(build, registry, name, older);
                await MustBeSoAsync(build, push, older, content);
                if (push.Failure is null)
                    continue;

                broken++;
                await registry.LiveAsync(last: 0, afterwards: false);
                Assert.Null((await PushAsync(build, registry, name, before: null)).Failure);
                Assert.Equal([content.Value, content.Value], await TagsAsync(build, name));
            }
        }
        // The others were about the report that hangs on the image, or the candidate's tag: no push fails of that.
        Assert.InRange(broken, requests.Length / 3, requests.Length);
    }

    private static async Task MustBeSoAsync(UserBuild build, Pushed push, string older, Digest content)
    {
        var found = await TagsAsync(build, push.Name);
        IReadOnlyList<string?> before = [older, null];
        if (push.Failure is null)
            Assert.Equal([content.Value, content.Value], found);
        else
            Assert.False(push.Report.Push.Pushed);
        // Before they were looked at, none is in the report, and none was touched.
        var moves = push.Report.Push.Moves;
        if (moves.Count == 0)
            Assert.Equal(before, found);
        foreach (var (move, i) in moves.Select((x, i) => (x, i)))
        {
            string?[] possible = move.State switch
            {
                TagState.Moved or TagState.AlreadyThere => [content.Value],
                TagState.Untouched or TagState.PutBack => [before[i]],
                TagState.Unsure => [before[i], content.Value],
                _ => [],
            };
            Assert.Contains(found[i], possible);
        }
        Assert.InRange(moves.Count(x => x.State == TagState.Unsure), 0, 1);
    }

    private static async Task<IReadOnlyList<string?>> TagsAsync(UserBuild build, string name) =>
        [await RegistryContent.DigestAsync(build.Name, $"a{name}"), await RegistryContent.DigestAsync(build.Name, $"b{name}")];

    private static async Task<Pushed> PushAsync(UserBuild build, MortalRegistry registry, string name, string? before)
    {
        if (before is not null)
            await RegistryContent.TagAsync(build.Name, before, $"a{name}");
        var time = new HurriedTime();
        using var transport = new RegistryTransport(new NoLogins(), new RegistryTrust(null, []), time);
        var reader = new RegistryReader(transport);
        var engine = build.Engine.Engine;
        var docker = new DockerCommand(build.Folder, DockerOf(build));
        var temporary = build[".nuke/temp/dockerslim"];
        var pipeline = new ImagePipeline(
            new BuildxImageBuilder(docker, temporary, new AnswerCache(temporary, time)),
            RunConsole.ForThisProcess(isServer: true, namesImages: false),
            engine,
            new TestContainer(engine),
            new RegistryPublisher(docker, engine, new RegistryWriter(transport), reader, new CosignSigner(build.Folder), time),
            reader,
            LayerCache.Open(Path.Combine(temporary, "layers")),
            new EditingPlace(new GitFiles(), temporary),
            new GitRevisions(_ => null),
            time
        );
        var definition = new ImageDefinition($"{registry.Host}/{build.Name}") { Tags = [$"a{name}", $"b{name}"] };
        using var folder = ArtifactFolder.Hold(build[$"artifacts/images/{build.Name}"], build.Name);
        var work = new ImageWork(BuildTarget.From(definition, build.Folder), folder);
        work.Resume();
        EngineException? failure = null;
        try
        {
            Assert.True(await pipeline.PushAsync(work, CancellationToken.None), work.Report.Push.Withheld);
        }
        catch (EngineException e)
        {
            failure = e;
        }
        return new Pushed(name, failure, work.Report);
    }

    // This process has another engine in its environment, or none.
    private static string DockerOf(UserBuild build)
    {
        var script = build.Write("docker-here", $"#!/bin/sh\nexec docker -H {build.Engine.Host} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    private sealed record Pushed(string Name, EngineException? Failure, ImageReport Report);
}
