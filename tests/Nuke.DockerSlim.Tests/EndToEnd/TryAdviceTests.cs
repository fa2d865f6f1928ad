using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Advice that is tried on a copy, and written only when it is asked for.</summary>
[Collection(SampleCollection.Name)]
public sealed class TryAdviceTests
{
    // Minutes of installing packages: ./build.sh TestAdvice. What is particular to a store the next test sees.
    [Trait("Takes", "Minutes")]
    [EngineTheory, OnStore(Stores.Classic)]
    public async Task The_naive_sample_loses_more_than_half_of_its_own_size_and_its_tests_still_pass(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        MeasuringRecipesTests.CopySample(Path.Combine(Fixtures.RepositoryRoot, "samples", "orders-api"), build["."]);
        string[] naive =
        [
            "--dockerfile",
            "Dockerfile.naive",
            "--image-repository",
            $"acme/{build.Name}",
            "--test-results",
            "/app/test-results",
        ];

        // Six builds, three of which install all packages anew.
        await using var trials = build.Start(["TryAdvice", "--apply-advice", "--scenarios", "warm", .. naive]);
        var run = await trials.EndAsync(TimeSpan.FromMinutes(10));

        run.MustEnd(0).MustSay("all together", "your files were changed");
        var together = build.Report().GetProperty("adviceTogether");
        var (before, after) = (
            together.GetProperty("unpackedBytesBefore").GetInt64(),
            together.GetProperty("unpackedBytesAfter").GetInt64()
        );
        Assert.InRange(after, 1, (before / 2) - 1);
        Assert.Equal(("True", "production"), (together.At("applied"), together.At("productionStage")));
        Assert.Contains(together.At("tests"), (string[])["passed", "reused"]);
        Assert.True(together.GetProperty("testCount").GetInt32() > 0);
        Assert.All(build.Report().Items("advice").Where(x => x.At("measured") == "True"), x => Assert.Equal("", x.At("dropped")));

        // What was written is a Dockerfile like any other: its stages have the names that are looked for.
        (await build.RunAsync(["SlimImage", "--scenarios", "warm", .. naive])).MustEnd(0);
        Assert.Equal(after, build.Report().GetProperty("sizes").GetProperty("ownUnpackedBytes").GetInt64());
        Assert.DoesNotContain(await build.Engine.NamesAsync(build.Name), x => x.Contains("-advice", StringComparison.Ordinal));
    }

    [EngineTheory, OnBothStores]
    public async Task What_makes_the_image_smaller_is_kept_and_written(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        // A shell by the name of a package manager: what it leaves without the option that the edit gives it is a megabyte.
        build.Write(
            "Dockerfile",
            $"""
            FROM {StoreEngine.Base} AS production
            ENV MARK={build.Name}
            RUN cp /bin/sh /bin/apk && echo 'x={new string(
                'x',
                64
            )}; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do x=$x$x; done; test "$1" || echo $x > /cache' > /add
            RUN apk add

            FROM production AS test
            RUN test -e /add

            """
        );

        var run = await build.RunAsync("TryAdvice", "--apply-advice", "--scenarios", "warm");

        run.MustEnd(0).MustSay("all together", "your files were changed");
        Assert.Contains("RUN apk add --no-cache\n", File.ReadAllText(build["Dockerfile"]));
        var together = build.Report().Find("adviceTogether");
        Assert.InRange(together.NumberAt("unpackedBytesBefore") - together.NumberAt("unpackedBytesAfter"), 1 << 20, (1 << 20) + 4_096);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task What_breaks_the_tests_is_dropped_and_files_stay_as_they_are(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        // A shell by the name of a package manager: the option that the edit gives it is the first argument of its script.
        var text = $"""
            FROM {StoreEngine.Base} AS production
            ENV MARK={build.Name}
            RUN cp /bin/sh /bin/apk && echo 'echo "$1" > /installed' > /add
            RUN apk add

            FROM production AS test
            RUN test "$(cat /installed)" = ""

            """;
        build.Write("Dockerfile", text);

        var run = await build.RunAsync("TryAdvice", "--apply-advice", "--scenarios", "warm");

        run.MustEnd(0).MustSay("dropped: Dockerfile:7: ", "nothing was kept");
        Assert.Equal(text, File.ReadAllText(build["Dockerfile"]));
        Assert.Equal("0", $"{build.Report().GetProperty("adviceTogether").GetProperty("diff").GetString()!.Length}");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Where_no_edit_fits_nothing_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync("TryAdvice");

        run.MustEnd(0).MustSay("nothing to try, no edit fits Dockerfile");
        Assert.Empty(await build.Engine.NamesAsync(build.Name));
    }
}
