using System.IO.Compression;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>Real packages or stand-ins: NuGet decides by what the sources offer, and the build says what it got.</summary>
[Collection(PackagesCollection.Name)]
public sealed class PackageChoiceTests(StandInCheckout checkout) : IClassFixture<StandInCheckout>, IDisposable
{
    public void Dispose() => checkout.WithdrawAll();

    [Fact]
    public void A_fresh_clone_builds_on_stand_ins_and_says_so_once()
    {
        var build = checkout.FirstBuild.MustSucceed();

        var line = Assert.Single(StandInLines(build));
        Assert.All(StandInCheckout.Released.Keys, id => Assert.Contains(id, line));
        Assert.Contains("no configured package source has them", line);
    }

    [Fact]
    public async Task A_source_that_gains_a_package_and_loses_it_again_switches_the_choice()
    {
        checkout.PublishReleased("CliWrap");
        var gained = (await checkout.DotnetAsync("restore")).MustSucceed();
        var afterGain = checkout.Restored("CliWrap");
        checkout.WithdrawAll();
        (await checkout.DotnetAsync("restore")).MustSucceed();

        Assert.Equal("3.10.0", afterGain);
        Assert.DoesNotContain("CliWrap", Assert.Single(StandInLines(gained)));
        Assert.StartsWith("3.10.0-standin.", checkout.Restored("CliWrap"));
    }

    [Fact]
    public async Task A_changed_stand_in_takes_the_place_of_the_old_one()
    {
        (await checkout.DotnetAsync("restore")).MustSucceed();
        var before = checkout.Restored("Octokit");
        checkout.WriteStandIn("Octokit", "namespace Octokit; public sealed class Changed;");
        (await checkout.DotnetAsync("restore")).MustSucceed();

        Assert.NotEqual(before, checkout.Restored("Octokit"));
        Assert.Equal(
            [$"Octokit.{checkout.Restored("Octokit")}.nupkg"],
            Directory.EnumerateFiles(checkout.Feed, "Octokit.*").Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task Our_package_is_refused_on_stand_ins_with_the_reason()
    {
        var pack = await checkout.DotnetAsync("pack", "-o", checkout.PackageFile("refused"));

        Assert.NotEqual(0, pack.ExitCode);
        Assert.Contains("Nuke.DockerSlim is not packed: this checkout stands on stand-ins", pack.Output);
        Assert.False(Directory.Exists(checkout.PackageFile("refused")));
    }

    [Fact]
    public async Task A_package_for_the_test_of_a_strangers_build_says_so_in_its_version()
    {
        var folder = checkout.PackageFile("consumer");
        (await checkout.DotnetAsync("pack", "-p:PackOnStandIns=true", "-o", folder)).MustSucceed();
        var other = await checkout.DotnetAsync("pack", "-p:PackOnStandIns=true", "-p:Version=1.0.0", "-o", checkout.PackageFile("other"));

        Assert.All(Directory.EnumerateFiles(folder), x => Assert.EndsWith("-standins", Path.GetFileNameWithoutExtension(x)));
        Assert.Contains("its version ends in -standins, and 1.0.0 does not", other.Output);
        Assert.False(Directory.Exists(checkout.PackageFile("other")));
    }

    [Fact]
    public async Task Two_packs_are_the_same_to_the_byte_and_have_what_a_reader_looks_for()
    {
        checkout.PublishReleased(StandInCheckout.Released.Keys);
        var (first, second) = (checkout.PackageFile("first"), checkout.PackageFile("second"));
        foreach (var folder in (string[])[first, second])
        {
            (await checkout.DotnetAsync("clean", "-c", "Release")).MustSucceed();
            (await checkout.DotnetAsync("pack", "-o", folder)).MustSucceed();
        }

        string[] files = [.. Directory.EnumerateFiles(first).Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Nuke.DockerSlim.0.1.0.nupkg", "Nuke.DockerSlim.0.1.0.snupkg"], files);
        Assert.All(files, x => Assert.Equal(File.ReadAllBytes(Path.Combine(first, x)), File.ReadAllBytes(Path.Combine(second, x))));
        using var package = ZipFile.OpenRead(Path.Combine(first, files[0]));
        Assert.Superset(
            new HashSet<string>(["README.md", "icon.png", "LICENSE", "lib/net10.0/Nuke.DockerSlim.dll", "lib/net10.0/Nuke.DockerSlim.xml"]),
            package.Entries.Select(x => x.FullName).ToHashSet()
        );
    }

    [Fact]
    public async Task Our_package_depends_on_the_released_versions()
    {
        checkout.PublishReleased(StandInCheckout.Released.Keys);
        var pack = (await checkout.DotnetAsync("pack", "-o", checkout.PackageFile("good"))).MustSucceed();

        Assert.Empty(StandInLines(pack));
        using var package = ZipFile.OpenRead(
            Assert.Single(Directory.EnumerateFiles(checkout.PackageFile("good"), "Nuke.DockerSlim.*.nupkg"))
        );
        using var reader = new StreamReader(package.GetEntry("Nuke.DockerSlim.nuspec")!.Open());
        var nuspec = await reader.ReadToEndAsync();
        Assert.All(StandInCheckout.Released, x => Assert.Contains($"<dependency id=\"{x.Key}\" version=\"{x.Value}\"", nuspec));
    }

    private static IEnumerable<string> StandInLines(CommandRun run) =>
        run.Output.Split('\n').Where(x => x.TrimStart().StartsWith("Stand-ins for ", StringComparison.Ordinal));
}
