using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>tests/consumer: somebody who has the packed package and nothing else of this repository.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ConsumerTests
{
    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_strangers_build_runs_SlimImage_from_the_packed_package(string store)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        using var consumer = new ConsumerFolder();

        await consumer.PackAsync();
        (await consumer.DotnetAsync("build", consumer.Project, "-nologo", "-v:q")).MustSucceed();
        var run = (await consumer.RunAsync(engine.Host, "SlimImage", "--scenarios", "warm")).MustSucceed();

        Assert.Contains("slim-consumer: good", run.Output, StringComparison.Ordinal);
        Assert.Contains("within", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(consumer.At("artifacts/images/slim-consumer/slim-report.json")));
        await engine.RemoveImagesAsync("slim-consumer");
    }
}
