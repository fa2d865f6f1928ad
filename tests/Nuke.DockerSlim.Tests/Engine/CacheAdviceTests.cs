using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>What an edit makes real builds run again, and that the order which is advised would have kept it.</summary>
public sealed class CacheAdviceTests : IDisposable, IProgress<ProgressEvent>
{
    private readonly TestFolder _folder = new();
    private readonly string _mark = Guid.NewGuid().ToString("N");

    [EngineTheory, OnBothStores]
    public async Task The_advised_order_keeps_the_installation(string store)
    {
        var before = await EditedAsync(store, "COPY . .\nRUN npm ci\n");
        Assert.Equal(("edited", 6, "COPY . ."), (before!.Build, before.Line, before.Instruction));
        Assert.Equal("line 6, COPY, takes in src/a.ts, which was edited", before.Cause);
        Assert.Equal("copy package.json and package-lock.json, and run npm ci before line 6", before.Advice);
        Assert.InRange(before.Saved!.Value, 1, before.Rerun);

        var after = await EditedAsync(store, "COPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n");
        Assert.Equal((8, "COPY . .", null), (after!.Line, after.Instruction, after.Advice));
        Assert.True(after.Rerun < before.Rerun);
    }

    [EngineTheory, OnBothStores]
    public async Task A_file_that_no_line_takes_in_makes_nothing_run(string store) =>
        Assert.Null(await EditedAsync(store, "COPY package.json ./\nRUN npm ci\n"));

    [EngineTheory, OnBothStores]
    public async Task A_mount_of_the_context_is_the_cause(string store)
    {
        var miss = await EditedAsync(store, "RUN --mount=type=bind,target=/context cat /context/src/a.ts > /copy\n");
        Assert.Equal("line 6, RUN, mounts the part of the context that holds src/a.ts, which was edited", miss!.Cause);
        Assert.Null(miss.Advice);
    }

    public void Dispose() => _folder.Dispose();

    void IProgress<ProgressEvent>.Report(ProgressEvent value) { }

    private async Task<CacheMiss?> EditedAsync(string store, string lines)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        using var docker = FakeDocker.Script($"export DOCKER_HOST='{engine.Host}'\nexec docker \"$@\"\n");
        _folder.Write("context/package.json", "{}\n");
        _folder.Write("context/package-lock.json", "{}\n");
        _folder.Write("context/src/a.ts", "one\n");
        // The command that stands for an installation.
        _folder.Write(
            "context/Dockerfile",
            $"FROM {StoreEngine.Base} AS production\nENV MARK={_mark}\nCOPY --chmod=755 npm /bin/npm\n# a stand-in\nWORKDIR /app\n{lines}"
        );
        _folder.Write("context/npm", "#!/bin/sh\nsleep 0.2\nmkdir -p node_modules\n");
        _folder.Write("context/.dockerignore", "Dockerfile\n");
        var target = BuildTarget.From(new ImageDefinition("advice") { BuildContext = "context" }, _folder.Path);
        var builder = new BuildxImageBuilder(
            docker.PatientCommand,
            _folder["temporary"],
            new AnswerCache(_folder["temporary"], TimeProvider.System)
        );
        var step = new BuildStep { Scenario = BuildScenario.Edited, Stage = "production" };
        await builder.BuildAsync(target, step, this, CancellationToken.None);
        File.AppendAllText(_folder["context/src/a.ts"], $"two {_mark} {Guid.NewGuid():N}\n");
        var outcome = await builder.BuildAsync(target, step, this, CancellationToken.None);
        Assert.True(outcome.Failure is null, outcome.Failure?.Reason);
        return CacheMisses.Of(
            outcome,
            outcome.Metadata.Dockerfile!,
            outcome.Metadata.Dockerfile!.Stages[0],
            ContextUseReader.Read(outcome.MetadataText!),
            "src/a.ts",
            x => InputFiles.ReadSmall(target, x)
        );
    }
}
