using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Limits that the repository keeps: an improvement lowers them, a reason raises them.</summary>
public sealed class RatchetTests
{
    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Limits_go_down_by_themselves_and_up_for_a_reason_that_is_kept(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, bytes: 600_000);

        (await build.SlimAsync("--allow-untested", "--ratchet-budget"))
            .MustEnd(0)
            .MustSay($"limit lowered: {build.Name}:unpacked-size none -> ");
        var first = Kept(build);
        (await build.SlimAsync("--allow-untested", "--ratchet-budget")).MustEnd(0);
        Assert.Equal(first, Kept(build));

        Write(build, bytes: 200_000);
        (await build.SlimAsync("--allow-untested", "--ratchet-budget")).MustEnd(0).MustSay("limit lowered: ");
        var lower = Kept(build);
        Assert.NotEqual(first, lower);

        Write(build, bytes: 600_000);
        (await build.SlimAsync("--allow-untested", "--ratchet-budget")).MustEnd(3).MustSay("unpacked size ", " exceeds ");
        Assert.Equal(lower, Kept(build));
        (await build.RunAsync("CheckBudgets", "--allow-untested", "--raise-reason", "The font for invoices"))
            .MustEnd(0)
            .MustSay($"limit raised: {build.Name}:unpacked-size ");
        Assert.Contains(": The font for invoices\"", Kept(build));
        (await build.RunAsync("CheckBudgets", "--allow-untested")).MustEnd(0);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Limits_without_the_images_name_as_Init_writes_them_are_followed_in_their_place(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, bytes: 200_000);
        build.Write(".nuke/parameters.json", "{ \"BudgetLimits\": [\"download-size=500MB\", \"unpacked-size=500MB\"] }");

        (await build.SlimAsync("--allow-untested", "--ratchet-budget")).MustEnd(0).MustSay("limit lowered: unpacked-size 500.0 MB -> ");
        Assert.DoesNotContain(build.Name, Kept(build));
        Assert.DoesNotContain("500MB", Kept(build));

        Write(build, bytes: 900_000);
        (await build.SlimAsync("--allow-untested")).MustEnd(3);
        (await build.RunAsync("CheckBudgets", "--allow-untested", "--raise-reason", "The font for invoices"))
            .MustEnd(0)
            .MustSay("limit raised: unpacked-size ");
        using var kept = JsonDocument.Parse(Kept(build));
        Assert.Equal(2, kept.RootElement.GetProperty("BudgetLimits").GetArrayLength());
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_limit_that_is_kept_elsewhere_is_not_raised(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, bytes: 10_000);

        (await build.SlimAsync("--allow-untested", "--download-size", "1kB", "--raise-reason", "why not")).MustEnd(3);
        Assert.False(File.Exists(build[".nuke/parameters.json"]) && Kept(build).Contains("BudgetLimits"));
        (await build.SlimAsync("--allow-untested", "--ratchet-budget", "--budget-limits", "download-size=1GB"))
            .MustEnd(1)
            .MustSay("leave --budget-limits out");
        (await build.SlimAsync("--allow-untested", "--raise-reason", " ")).MustEnd(1).MustSay("--raise-reason says nothing");
    }

    private static string Kept(UserBuild build) => File.ReadAllText(build[".nuke/parameters.json"]);

    private static void Write(UserBuild build, int bytes)
    {
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nCOPY film /film\n");
        var film = new byte[bytes];
        new Random(bytes).NextBytes(film);
        File.WriteAllBytes(build["film"], film);
    }
}
