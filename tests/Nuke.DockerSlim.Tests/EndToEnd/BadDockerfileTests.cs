using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Dockerfiles that cannot be built: the message names the place, and nothing is left behind.</summary>
public sealed class BadDockerfileTests
{
    [EngineTheory]
    [OnBothStores("FROM scratch AS test\nFROM scratch AS production\nCOPPY a b\n", 1, "Dockerfile:3", "COPPY")]
    [OnBothStores("# nothing but words\n", 1, "Dockerfile", "no instructions")]
    [OnBothStores(
        "FROM 127.0.0.1:1/nobody/nothing:1 AS test\nFROM test AS production\n",
        4,
        "Dockerfile:1",
        "127.0.0.1:1/nobody/nothing:1"
    )]
    [OnBothStores(
        "FROM scratch AS test\nFROM scratch AS production\nCOPY --from=tset /a /b\n",
        1,
        "Dockerfile:3",
        "there is no stage 'tset', and no image of that name was found; did you mean 'test'?"
    )]
    [OnStore(Stores.Containerd, "FROM scratch AS test\nFROM scratch AS production\nCOPY missing.txt /\n", 1, "Dockerfile:3", "missing.txt")]
    public async Task The_place_is_named(string store, string dockerfile, int exitCode, string place, string fact)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", dockerfile);

        var run = await build.RunAsync("SlimImage", "--scenarios", "cold");

        run.MustEnd(exitCode).MustSay(place, fact);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory]
    [OnStore(Stores.Containerd, "--production-stage", "final", "no production stage 'final'")]
    [OnStore(Stores.Containerd, "--test-stage", "specs", "no test stage 'specs'")]
    public async Task A_stage_that_is_missing_lists_those_that_are_there(string store, string option, string stage, string sentence)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync("SlimImage", option, stage);

        run.MustEnd(1).MustSay(sentence, "base (line 1), test (line 4), production (line 7)");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task A_production_step_that_fails_shows_its_line_and_its_last_output(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "echo almost there; exit 9");

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(1).MustSay("Dockerfile:8", "exit code 9", "almost there", $"{build.Name}: failed");
        Assert.Equal("failed", build.Report().At("outcome"));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task The_value_of_a_secret_is_used_and_never_shown(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var secret = "hush" + Guid.NewGuid().ToString("N");
        build.WriteImage(
            production: "--mount=type=secret,id=token --mount=type=secret,id=key test -s /run/secrets/key && cat /run/secrets/token > /made && exit 8"
        );
        build.Environment["TOKEN_OF_TEST"] = secret;
        build.Write("key.txt", secret);

        var run = await build.RunAsync("SlimImage", "--build-secrets", "id=token,env=TOKEN_OF_TEST", "id=key,src=key.txt");

        run.MustEnd(1).MustSay("exit code 8").MustNotSay(secret);
        Assert.All(
            Directory.EnumerateFiles(build["artifacts"], "*", SearchOption.AllDirectories),
            x => Assert.DoesNotContain(secret, File.ReadAllText(x), StringComparison.Ordinal)
        );
    }
}
