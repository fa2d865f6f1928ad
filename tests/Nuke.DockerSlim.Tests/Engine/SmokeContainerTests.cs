using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>Images started on a real engine.</summary>
public sealed class SmokeContainerTests
{
    private readonly string _mark = "mark" + Guid.NewGuid().ToString("N");

    [EngineTheory, OnBothStores]
    public async Task A_line_of_the_output_is_enough_and_the_container_goes(string store)
    {
        var run = await RunAsync(
            store,
            "trap 'exit 0' TERM; echo listening on 1; while :; do sleep 0.1; done",
            new() { SmokeLog = "listening" }
        );

        Assert.True(run.Holds, run.Detail);
        Assert.Equal("its output has 'listening'", run.Detail);
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task One_that_writes_without_end_and_ignores_SIGTERM_is_bounded(string store)
    {
        var run = await RunAsync(
            store,
            "trap '' TERM; while :; do cat /bin/cat; done",
            new() { SmokeLog = "never", SmokeTimeLimit = TimeSpan.FromSeconds(2) }
        );

        Assert.False(run.Holds);
        Assert.Equal("its output never had 'never' within 2.0 s", run.Detail);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_exit_code_decides_about_a_command(string store)
    {
        var run = await RunAsync(store, "echo no; exit 3", new());

        Assert.Equal((false, "it ended with exit code 3 where 0 was expected"), (run.Holds, run.Detail));
        Assert.Equal(["no"], run.LastLines);
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_service_answers_over_http_and_one_that_answers_500_does_not(string store)
    {
        const string dockerfile = "FROM node:20-bookworm-slim\nEXPOSE 8080\n";
        const string server = "require('http').createServer((q,r)=>{r.statusCode=q.url==='/health'?204:500;r.end()}).listen(8080)";

        var good = await BuiltAsync(store, dockerfile, new() { SmokeUrl = "/health", SmokeCommand = $"node -e \"{server}\"" });
        var bad = await BuiltAsync(
            store,
            dockerfile,
            new()
            {
                SmokeUrl = ":8080/",
                SmokeCommand = $"node -e \"{server}\"",
                SmokeTimeLimit = TimeSpan.FromSeconds(4),
            }
        );

        Assert.True(good.Holds, good.Detail);
        Assert.StartsWith("http://:8080/health answered 204", good.Detail);
        Assert.Equal((false, "http://:8080/ did not answer (the last answer was 500) within 4.0 s"), (bad.Holds, bad.Detail));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_HEALTHCHECK_decides_where_nothing_else_does(string store)
    {
        var dockerfile = $"""
            FROM {StoreEngine.Base}
            HEALTHCHECK --interval=1h CMD ["/usr/bin/test", "-e", "/well"]
            CMD ["/bin/sh", "-c", ": {_mark}; trap 'exit 0' TERM; [ -n \"$ILL\" ] || touch /well; while :; do sleep 0.1; done"]

            """;

        var well = await BuiltAsync(store, dockerfile, new() { SmokeImage = true });
        var ill = await BuiltAsync(
            store,
            dockerfile,
            new()
            {
                SmokeImage = true,
                SmokeEnvironment = ["ILL=1"],
                SmokeTimeLimit = TimeSpan.FromSeconds(3),
            }
        );

        Assert.Equal((true, "its HEALTHCHECK says healthy"), (well.Holds, well.Detail));
        Assert.Equal((false, "its HEALTHCHECK never said healthy (its command ended with 1) within 3.0 s"), (ill.Holds, ill.Detail));
    }

    private async Task<SmokeRun> BuiltAsync(string store, string dockerfile, SmokeCheck check)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var name = $"dockerslim-tests/{_mark}";
        try
        {
            await engine.BuildAsync(name, dockerfile);
            return await new SmokeContainer(engine.Engine).RunAsync(new SmokeRequest(name, check), CancellationToken.None);
        }
        finally
        {
            Assert.Empty(await engine.ContainersAsync(_mark));
            await engine.RemoveImagesAsync(_mark);
        }
    }

    private async Task<SmokeRun> RunAsync(string store, string script, SmokeCheck check)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        try
        {
            return await new SmokeContainer(engine.Engine).RunAsync(
                new SmokeRequest(StoreEngine.Base, check with { SmokeCommand = $"/bin/sh -c \": {_mark}; {script}\"" }),
                CancellationToken.None
            );
        }
        finally
        {
            Assert.Empty(await engine.ContainersAsync(_mark));
        }
    }
}
