using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>What the tests' own look at an engine sees; that nothing is left behind is told by it.</summary>
public sealed class StoreEngineTests
{
    [EngineTheory]
    [OnBothStores]
    public async Task It_finds_names_wherever_the_part_is_in_them(string store)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var part = $"named-{Guid.NewGuid():N}";
        string[] names =
        [
            $"{part}:1",
            $"a-{part}-b:1",
            $"{part}/thing:1",
            $"127.0.0.1:1/{part}:1",
            $"127.0.0.1:1/x/{part}/y/z:1",
            $"x:{part}",
        ];
        try
        {
            foreach (var name in names)
                await engine.Engine.TagAsync(
                    StoreEngine.Base,
                    name[..name.LastIndexOf(':')],
                    name[(name.LastIndexOf(':') + 1)..],
                    CancellationToken.None
                );

            Assert.Equal(names.Order(StringComparer.Ordinal), await engine.NamesAsync(part));
        }
        finally
        {
            await engine.RemoveImagesAsync(part);
        }
        Assert.Empty(await engine.NamesAsync(part));
    }
}
