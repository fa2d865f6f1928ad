using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>How an image that was built again without a change is known to be the same.</summary>
public sealed class SameImageTests
{
    [EngineTheory]
    [OnBothStores]
    public async Task A_build_out_of_the_cache_is_told_by_its_manifest_or_its_id(string store)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var name = $"dockerslim-tests/same:{Guid.NewGuid():N}";
        try
        {
            var (first, again) = (await IdentityAsync(), await IdentityAsync());
            Assert.Equal(first, again);
            Assert.Equal(store == Stores.Containerd, first.StartsWith("manifest", StringComparison.Ordinal));
        }
        finally
        {
            await engine.RemoveImagesAsync(name);
        }

        async Task<string> IdentityAsync()
        {
            await engine.BuildAsync(name, $"FROM {StoreEngine.Base}\nRUN touch /{name.Split(':')[1]}\n");
            return await engine.Engine.ListManifestsAsync(name, CancellationToken.None) is [var only]
                ? $"manifest {only.Digest} {only.Platform}"
                : $"id {await engine.Engine.FindAsync(name, CancellationToken.None)}";
        }
    }
}
