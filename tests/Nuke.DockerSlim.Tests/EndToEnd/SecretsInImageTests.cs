using System.Text;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Secrets that a build is given and that get where they do not belong.</summary>
[Collection(SampleCollection.Name)]
public sealed class SecretsInImageTests
{
    // The image's name is in the keys of the builder's cache: what another test of the sample installed is found there.
    private const string Name = "recipes";

    // Longer than a line of base64, so that the tool breaks it.
    private readonly string _token = $"npm_{Guid.NewGuid():N}{Guid.NewGuid():N}";

    [EngineTheory, OnBothStores]
    public async Task In_the_sample_it_stops_the_push_and_is_located(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        MeasuringRecipesTests.CopySample(Path.Combine(Fixtures.RepositoryRoot, "samples", "orders-api"), build["orders-api"]);
        build.Write("token/.npmrc", $"fund=false\n//registry.example.com/:_authToken={_token}\n");
        var dockerfile = await File.ReadAllLinesAsync(build["orders-api/Dockerfile"]);
        var at = Array.FindIndex(dockerfile, x => x.StartsWith("USER ", StringComparison.Ordinal));
        // The builder does not hold the value against what it has in its cache: another run's would be found there.
        string[] planted =
        [
            $"ENV MARK={build.Name}",
            "RUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc /app/dist/.npmrc",
            "RUN --mount=type=secret,id=npmrc mkdir /app/kept && base64 /run/secrets/npmrc > /app/kept/copy.txt",
            "RUN rm -r /app/kept",
        ];
        await File.WriteAllLinesAsync(build["orders-api/Dockerfile"], [.. dockerfile[..at], .. planted, .. dockerfile[at..]]);

        await using var running = build.Start(
            "SlimImage",
            "--build-context",
            "orders-api",
            "--scenarios",
            "warm",
            // Its own tests take longer than all else here, and are run by others.
            "--test-stage",
            "deps",
            "--build-secrets",
            "id=npmrc,src=token/.npmrc",
            "--image-repository",
            $"{Stores.Registry}/{build.Name}/{Name}",
            "--push-image",
            "--image-tags",
            "ci"
        );
        // Nobody may have built the sample on this machine before: its packages come over the network.
        var run = await running.EndAsync(TimeSpan.FromMinutes(8));

        run.MustEnd(3)
            .MustSay($"in /app/dist/.npmrc, line {at + 2}", $"(as base64), in /app/kept/copy.txt, line {at + 3}", $"{Name} was not pushed");
        var report = build.Report(Name);
        Assert.Equal("policyFailed", report.At("outcome"));
        Assert.Equal(
            [("file", "/app/dist/.npmrc", $"{at + 2}", "raw"), ("file", "/app/kept/copy.txt", $"{at + 3}", "base64")],
            report.Items("secrets").Select(x => (x.At("place"), x.At("path"), x.At("line"), x.At("encoding")))
        );
        foreach (var secret in report.Items("secrets"))
            Assert.Equal(secret.At("line"), report.At($"layers.{secret.At("layer")}.line"));
        Assert.Null(await RegistryContent.DigestAsync($"{build.Name}/{Name}", "ci"));
        MustNotTell(build, run);
    }

    [EngineTheory, OnBothStores]
    public async Task In_logs_args_labels_and_names_it_is_found_and_shown_as_stars(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Environment["TOKEN"] = _token;
        build.Write(
            "Dockerfile",
            $"""
            FROM {StoreEngine.Base} AS base
            ENV MARK="{build.Name}"
            FROM base AS test
            RUN --mount=type=secret,id=token,env=TOKEN printf 'tested with %s\n' "$TOKEN"
            FROM base AS production
            ARG VERSION
            LABEL org.example.version=$VERSION
            RUN --mount=type=secret,id=token mkdir /made && touch "/made/$(cat /run/secrets/token)"
            """
        );
        string[] image = ["--build-secrets", "id=token,env=TOKEN", "--build-args", $"VERSION={_token}"];

        var run = await build.SlimAsync(image);

        run.MustEnd(3).MustSay("was written by a build: test: [test 1/1] RUN", "in the name of /made/***", "is in the image's label");
        var places = build.Report().Items("secrets").Select(x => x.At("place")).ToHashSet();
        Assert.Superset(new HashSet<string> { "log", "fileName", "history", "label" }, places);
        MustNotTell(build, run);
        (await build.RunAsync(["MeasureImage", .. image])).MustEnd(3).MustSay("in the name of /made/***");
    }

    [EngineTheory, OnBothStores]
    public async Task An_image_without_it_is_searched_once_and_pushed_and_searched_in_the_registry(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Environment["XDG_DATA_HOME"] = build["data"];
        build.Environment["TOKEN"] = _token;
        build.WriteImage(production: $"--mount=type=secret,id=token,env=TOKEN [ -n \"$TOKEN\" ] && echo {build.Name} > /made");
        var repository = $"{Stores.Registry}/{build.Name}";
        string[] secret = ["--build-secrets", "id=token,env=TOKEN"];

        (await build.SlimAsync([.. secret, "--image-repository", repository, "--push-image", "--image-tags", "ci"])).MustEnd(0);
        Assert.Equal(("token", "False"), (build.Report().At("secrets.0.id"), build.Report().At("secrets.0.found")));
        var searched = Directory.GetFiles(build[".nuke/temp/dockerslim/layers/searched"]);
        Assert.True(searched.Length >= 3, $"{searched.Length} searches are remembered");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(build["data/dockerslim/search.key"]));

        (await build.RunAsync(["MeasureImage", "--measured-image", $"docker://{repository}:ci", .. secret])).MustEnd(0);
        // Another value is another search, and it finds what is there.
        build.Environment["TOKEN"] = build.Name;
        (await build.RunAsync(["MeasureImage", "--measured-image", $"docker://{repository}:ci", .. secret])).MustEnd(3).MustSay("in /made");
    }

    /// <summary>Neither what was said nor what was kept has the value in a form that is searched for.</summary>
    private void MustNotTell(UserBuild build, BuildRun run)
    {
        string[] forms =
        [
            _token,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(_token))[..40],
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(_token)),
        ];
        foreach (var form in forms)
        {
            run.MustNotSay(form);
            foreach (var folder in (string[])["artifacts", ".nuke/temp"])
            foreach (
                var file in Directory
                    .EnumerateFiles(build[folder], "*", SearchOption.AllDirectories)
                    .Where(x => !x.EndsWith(".lock", StringComparison.Ordinal))
            )
                Assert.False(File.ReadAllText(file, Encoding.Latin1).Contains(form, StringComparison.Ordinal), $"{file} has the value");
        }
    }
}
