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
