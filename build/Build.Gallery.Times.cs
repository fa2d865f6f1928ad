#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Gallery;
using Nuke.Common.IO;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

// Three habits, each with and without, on the same application: what they are worth in time.
partial class Build
{
    // Made for the run, in the root folder of its builds.
    const string Clutter = "clutter";
    const int ClutterFiles = 100;
    const int ClutterFileBytes = 5_000_000;

    IReadOnlyList<ImageDefinition> TimeImages =>
        [
            Untested(OrdersApi) with
            {
                Repository = "orders-api-source-first",
                Dockerfile = "samples/orders-api/Dockerfile.source-first",
                EditedFile = "src/orders/order.ts",
                Scenarios = [BuildScenario.Edited],
            },
            Untested(OrdersApi) with
            {
                Repository = "orders-api-no-cache-mount",
                Dockerfile = "samples/orders-api/Dockerfile.no-cache-mount",
                Scenarios = [BuildScenario.Cold, BuildScenario.DependencyEdited],
            },
            Cluttered("orders-api-cluttered", "without-ignore"),
            Cluttered("orders-api-ignoring", "with-ignore"),
        ];

    ImageDefinition Cluttered(string name, string folder) =>
        Untested(OrdersApi) with
        {
            Repository = name,
            BuildContext = $"{Clutter}/{folder}",
            Dockerfile = $"{Clutter}/{folder}/Dockerfile.naive",
            ProductionStage = "0",
            EditedFile = "src/orders/order.ts",
            Scenarios = [BuildScenario.Cold],
        };

    /// <summary>Two copies of the sample with half a gigabyte of what lies around in checkouts, one of them with its ignore file.</summary>
    static void MakeClutter(AbsolutePath root)
    {
        var random = new Random(1);
        var content = new byte[ClutterFileBytes];
        foreach (var folder in new[] { "without-ignore", "with-ignore" })
        {
            AbsolutePath copy = root / Clutter / folder;
            CopySample(RootDirectory / "samples" / "orders-api", copy);
            if (folder == "without-ignore")
                File.Delete(copy / ".dockerignore");
            for (var i = 0; i < ClutterFiles; i++)
            {
                // As clones, coverage reports and logs are: hardly to be compressed, and no part of the application.
                random.NextBytes(content);
                var place = copy / new[] { ".git/objects", "coverage", "logs" }[i % 3];
                Directory.CreateDirectory(place);
                File.WriteAllBytes(place / $"{i}.bin", content);
            }
        }
    }

    static void CopySample(AbsolutePath from, AbsolutePath to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "node_modules" or "dist" or "coverage" or "test-results")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(to / path)!);
            File.Copy(file, to / path);
        }
    }

    static IReadOnlyList<TimeComparison> TimeComparisons(Func<string, ImageReport?> reportOf)
    {
        TimeComparison.Side Side(string image, Func<BuildFacts, TimedBuild?> build, bool withContext = false) =>
            new(
                image,
                reportOf(image) is { } report ? Figures.Milliseconds(build(report.Builds)) : null,
                withContext ? reportOf(image)?.Context?.Content : null
            );
        return
        [
            new(
                "Manifests before the source",
                "8 min to 45 s, -90.6 %",
                "orders-api after an edit to one source file",
                Side("orders-api-source-first", x => x.Edited),
                Side("orders-api", x => x.Edited),
                90.6m,
                "what is saved is the installation of packages, which takes seconds beside a near registry; compiling stays"
            ),
            new(
                "Cache mounts",
                "downloads stay when the lock file changes",
                "orders-api after an edit to its lock file",
                Side("orders-api-no-cache-mount", x => x.DependencyEdited),
                Side("orders-api", x => x.DependencyEdited),
                0m,
                "the registry is near, so that downloads are no part of the time worth speaking of"
            ),
            new(
                ".dockerignore",
                "500 MB to 2 GB of context without one",
                "orders-api, naive, built cold beside 500 MB of clutter",
                Side("orders-api-cluttered", x => x.Cold, withContext: true),
                Side("orders-api-ignoring", x => x.Cold, withContext: true),
                99m,
                "the ignore file lets more through than it should"
            ),
        ];
    }
}
