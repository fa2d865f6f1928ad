using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What a registry is asked for a push, and what is left when it dies of it.</summary>
public sealed class PushOrderTests
{
    [EngineTheory, OnBothStores]
    public async Task Tags_move_when_all_bytes_are_there_and_a_broken_push_is_finished_by_the_next(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        string broken;
        await using (
            var proxy = new MortalRegistry
            {
                DiesOf = x => x.StartsWith("PUT ", StringComparison.Ordinal) && x.EndsWith("/manifests/b", StringComparison.Ordinal),
            }
        )
        {
            broken = $"{proxy.Host}/{build.Name}";
            (await build.SlimAsync("--image-repository", broken, "--push-image", "--image-tags", "a,b,c"))
                .MustEnd(4)
                .MustSay("Moved before that", $"{broken}:a", "the registry did not say", $"{broken}:b", "Not moved", $"{broken}:c");

            string[] asked = [.. proxy.Asked];
            var first = Array.FindIndex(
                asked,
                x => x.EndsWith("/manifests/a", StringComparison.Ordinal) && x.StartsWith("PUT", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(asked.Skip(first), x => x.Contains("/blobs/uploads/", StringComparison.Ordinal));
            Assert.DoesNotContain(
                asked.Take(first),
                x => x.StartsWith("PUT", StringComparison.Ordinal) && x.EndsWith("/manifests/b", StringComparison.Ordinal)
            );
        }
        var report = build.Report();
        Assert.Equal(["moved", "unsure", "untouched"], report.Items("push.moves").Select(x => x.At("state")));
        Assert.Equal("False", report.At("push.pushed"));
        var digest = await RegistryContent.DigestAsync(build.Name, "a");
        Assert.NotNull(digest);
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "c"));

        // The same registry by its own address.
        (await build.SlimAsync("--image-repository", $"{Stores.Registry}/{build.Name}", "--push-image", "--image-tags", "a,b,c")).MustEnd(
            0
        );

        // Built again, it may be another image: its index has the time of the build.
        Assert.All(build.Report().Items("push.moves"), x => Assert.Contains(x.At("state"), (string[])["moved", "alreadyThere"]));
        foreach (var tag in (string[])["a", "b", "c"])
            Assert.Equal(build.Report().At("push.digest"), await RegistryContent.DigestAsync(build.Name, tag));
        Assert.All(build.Report().Items("push.moves"), x => Assert.StartsWith($"{Stores.Registry}/{build.Name}:", x.At("tag")));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task What_withholds_a_push_keeps_every_request_from_the_registry(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var proxy = new RegistryProxy();
        string[] push = ["--image-repository", $"{proxy.Host}/{build.Name}", "--push-image", "--image-tags", "a"];

        build.WriteImage(test: "exit 1");
        (await build.SlimAsync(push)).MustEnd(2);
        build.WriteImage();
        (await build.SlimAsync([.. push, "--unpacked-size", "1MB"])).MustEnd(3);

        Assert.Empty(proxy.Asked);
        (await build.SlimAsync(push)).MustEnd(0);
        Assert.NotEmpty(proxy.Asked);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task The_same_image_again_uploads_no_layer_and_moves_no_tag(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        await using var proxy = new RegistryProxy();
        string[] push = ["PushImage", "--image-repository", $"{proxy.Host}/{build.Name}", "--image-tags", "a,b"];
        (await build.SlimAsync([.. push[1..3], "--push-image", .. push[3..]])).MustEnd(0);
        proxy.Asked.Clear();

        (await build.RunAsync([.. push, "--attach-report", "false"])).MustEnd(0);

        Assert.DoesNotContain(proxy.Asked, x => x.Contains("/blobs/uploads/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            proxy.Asked,
            x => x.EndsWith("/manifests/a", StringComparison.Ordinal) && x.StartsWith("PUT", StringComparison.Ordinal)
        );
        Assert.Equal(["alreadyThere", "alreadyThere"], build.Report().Items("push.moves").Select(x => x.At("state")));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Tags_come_from_git_and_immutable_ones_stay(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        var git = new TestRepository(build.Folder);
        await git.InitAsync();
        await git.CommitAsync();
        await git.GitAsync("tag", "v1.4.2");
        string[] push =
        [
            "--image-repository",
            $"{Stores.Registry}/{build.Name}",
            "--also-push-to",
            $"{Stores.Registry}/{build.Name}/copy",
            "--push-image",
            "--image-tags",
            "{version},{major}.{minor},{latest}",
            "--immutable-tags",
            "*.*.*",
        ];

        (await build.SlimAsync(push)).MustEnd(0).MustSay("Tag left out - {latest}: it is not known which branch is the default one.");

        Assert.Equal(["1.4.2", "1.4"], build.Report().Items("push.tags").Select(x => x.GetString()));
        var digest = await RegistryContent.DigestAsync(build.Name, "1.4.2");
        Assert.Equal(digest, await RegistryContent.DigestAsync(build.Name, "1.4"));
        Assert.Equal(digest, await RegistryContent.DigestAsync($"{build.Name}/copy", "1.4.2"));

        build.WriteImage(production: "echo other > /made");
        (await build.SlimAsync(push))
            .MustEnd(1)
            .MustSay($"{build.Name}:1.4.2 is immutable (--immutable-tags) and stands for another image");
        Assert.Equal(digest, await RegistryContent.DigestAsync(build.Name, "1.4"));

        (await build.SlimAsync([.. push[..5], "--image-tags", "{latest}"]))
            .MustEnd(0)
            .MustSay("was not pushed: none of its tags applies to this commit.");
    }
}
