using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What is stated beside pushed images, read back with other people's tools.</summary>
public sealed class SupplyChainTests
{
    [EngineTheory, OnBothStores]
    public async Task Annotations_provenance_and_packages_are_found_by_buildx_and_the_image_is_what_was_tested(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var commit = await CommittedAsync(build);

        (
            await PushAsync(
                build,
                "--annotate-image",
                "--image-annotations",
                "org.opencontainers.image.vendor=Acme",
                "--image-attestations",
                "provenance=max,sbom"
            )
        )
            .MustEnd(0)
            .MustSay("beside  3 annotations, attested provenance (max) and SBOM");

        var report = build.Report();
        await MustHoldWhatWasTestedAsync(build, report);
        var index = await InspectAsync(build, "{{json .Manifest}}");
        Assert.Equal(commit, index.Find("annotations").GetProperty("org.opencontainers.image.revision").GetString());
        Assert.Equal("Acme", index.Find("annotations").GetProperty("org.opencontainers.image.vendor").GetString());
        Assert.Equal("production", (await InspectAsync(build, "{{json .Provenance}}")).At("SLSA.invocation.parameters.args.target"));
        Assert.Equal("SPDX-2.3", (await InspectAsync(build, "{{json .SBOM}}")).At("SPDX.spdxVersion"));
        Assert.Equal(2, index.Items("manifests").Count);
        // Whoever pulls it gets the image.
        var pulled = await Tool.RunAsync(
            "docker",
            ["pull", "--quiet", $"{Stores.Registry}/{build.Name}:1"],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host }
        );
        Assert.True(pulled.ExitCode == 0, pulled.Output);
    }

    [EngineTheory, OnBothStores]
    public async Task The_same_image_pushed_again_moves_no_tag_and_other_annotations_do(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await CommittedAsync(build);
        string[] options = ["--annotate-image", "--image-attestations", "provenance,sbom"];
        (await PushAsync(build, options)).MustEnd(0);
        var first = build.Report();

        // Built anew, from the cache: provenance has the time of the build in it.
        (await PushAsync(build, options))
            .MustEnd(0)
            .MustSay("stood for it before");
        var second = build.Report();
        Assert.Equal(first.At("image.configDigest"), second.At("image.configDigest"));
        Assert.Equal(first.At("push.digest"), second.At("push.digest"));
        Assert.Equal(("alreadyThere", "True"), (Assert.Single(States(second)), second.At("push.supplyChain.kept")));

        (await PushAsync(build, [.. options, "--image-annotations", "a=1"])).MustEnd(0);
        Assert.Equal(["moved"], States(build.Report()));
        await MustHoldWhatWasTestedAsync(build, build.Report());
    }

    [EngineTheory, OnBothStores]
    public async Task A_user_who_asks_for_nothing_gets_the_image_as_the_engine_pushes_it_and_its_tag_stays(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await PushAsync(build)).MustEnd(0).MustNotSay("beside");
        var first = build.Report();
        (await PushAsync(build)).MustEnd(0);
        Assert.Equal((first.At("push.digest"), "alreadyThere"), (build.Report().At("push.digest"), Assert.Single(States(build.Report()))));
        Assert.Equal(JsonValueKind.Null, build.Report().Find("push.supplyChain").ValueKind);
        var index = await InspectAsync(build, "{{json .Manifest}}");
        Assert.Equal(store == Stores.Containerd, index.TryGetProperty("manifests", out _));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_image_that_a_builder_left_in_a_layout_is_stated_about_in_the_same_way(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        await CommittedAsync(build);
        string[] options = ["--buildx-builder", RemoteBuilder.Name, "--annotate-image", "--image-attestations", "provenance,sbom"];
        (await PushAsync(build, options)).MustEnd(0);
        await MustHoldWhatWasTestedAsync(build, build.Report());
        Assert.Equal("production", (await InspectAsync(build, "{{json .Provenance}}")).At("SLSA.invocation.parameters.args.target"));
        Assert.Equal("SPDX-2.3", (await InspectAsync(build, "{{json .SBOM}}")).At("SPDX.spdxVersion"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_signature_comes_before_the_tags_and_without_cosign_nothing_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await PushAsync(build, "--sign-image")).MustEnd(1).MustSay("cosign is not installed").MustNotSay("cold production build");

        // In place of cosign, which is not to be had here: one that fails, and one that writes down what it is to sign.
        Cosign(build, "echo 'no identity' >&2; exit 1");
        (await PushAsync(build, "--sign-image")).MustEnd(4).MustSay("cosign did not sign", "no identity");
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "1"));

        Cosign(build, $"echo \"$*\" >> '{build["signed"]}'");
        (await PushAsync(build, "--sign-image", "--signing-key", "env://KEY")).MustEnd(0).MustSay("signed by cosign");
        Assert.Equal(
            [$"sign --yes --key env://KEY {Stores.Registry}/{build.Name}@{build.Report().At("push.digest")}"],
            File.ReadAllLines(build["signed"])
        );
    }

    private static void Cosign(UserBuild build, string script)
    {
        var file = build.Write("bin/cosign", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        build.Environment["PATH"] = $"{build["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    private static async Task<string> CommittedAsync(UserBuild build)
    {
        var repository = new TestRepository(build.Folder);
        await repository.InitAsync();
        build.Write(".gitignore", "artifacts/\n.nuke/\n");
        build.WriteImage();
        return await repository.CommitAsync();
    }

    private static async Task MustHoldWhatWasTestedAsync(UserBuild build, JsonElement report)
    {
        Assert.Equal(report.At("push.digest"), await RegistryContent.DigestAsync(build.Name, "1"));
        Assert.Equal(report.At("image.configDigest"), await RegistryContent.ConfigDigestAsync(build.Name, "1"));
        Assert.Equal([report.At("image.digest")], (await RegistryContent.PlatformsAsync(build.Name, "1")).Values);
        Assert.Equal(report.At("push.proofs.0.tested"), report.At("push.proofs.0.pushed"));
    }

    private static string[] States(JsonElement report) => [.. report.Items("push.moves").Select(x => x.At("state"))];

    private static async Task<JsonElement> InspectAsync(UserBuild build, string format)
    {
        using var json = JsonDocument.Parse(await RegistryContent.InspectAsync(build.Name, "1", format));
        return json.RootElement.Clone();
    }

    private static Task<BuildRun> PushAsync(UserBuild build, params string[] options) =>
        build.SlimAsync(["--image-repository", $"{Stores.Registry}/{build.Name}", "--push-image", "--image-tags", "1", .. options]);
}
