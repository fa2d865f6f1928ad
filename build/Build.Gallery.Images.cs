using System;
using System.Collections.Generic;
using System.Linq;
using Gallery;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

// The samples as images: the multi-stage ones with tests, limits and a smoke check, the naive ones to be measured beside them.
partial class Build
{
    static readonly string[] NothingToWorkWith = ["shell", "compiler", "package-manager", "root"];

    ImageDefinition OrdersApi =>
        new((EmbeddedEngine.Registry is { } registry ? registry + "/" : "") + "orders-api")
        {
            BuildContext = "samples/orders-api",
            TestResults = "/app/test-results",
            Budget = new() { DownloadSize = 80.MB, UnpackedSize = 220.MB },
        };

    IReadOnlyList<ImageDefinition> GalleryImages =>
        [
            OrdersApi with
            {
                EditedFile = "src/orders/order.ts",
                Smoke = new() { SmokeUrl = "http://:3000/health" },
                Scenarios = [.. OrdersApi.Scenarios, BuildScenario.DependencyEdited],
            },
            Naive("orders-api", "src/orders/order.ts") with
            {
                BuildArgs = ["NODE_IMAGE=node:20-bookworm"],
            },
            .. GoImages,
            Multi("dotnet-api", "src/Api/Stock.cs", new() { DownloadSize = 22.MB, UnpackedSize = 60.MB }) with
            {
                TestResults = "/src/test-results/tests.trx",
                ForbidInImage = NothingToWorkWith,
                Smoke = new() { SmokeUrl = "http://:8080/health" },
            },
            Naive("dotnet-api", "src/Api/Stock.cs"),
            Multi("express-web", "src/board.js", new() { DownloadSize = 80.MB, UnpackedSize = 220.MB }) with
            {
                TestResults = "/app/test-results/junit.xml",
                ForbidInImage = ["compiler", "root"],
                Smoke = new() { SmokeUrl = "http://:3000/" },
            },
            Naive("express-web", "src/board.js"),
            Multi("node-service", "src/rates.ts", new() { DownloadSize = 80.MB, UnpackedSize = 220.MB }) with
            {
                TestResults = "/app/test-results/junit.xml",
                ForbidInImage = ["compiler", "root"],
                Smoke = new() { SmokeUrl = "http://:3000/health" },
            },
            Naive("node-service", "src/rates.ts"),
            .. PythonImages,
            Multi("java-service", "src/org/example/timetable/Timetable.java", new() { DownloadSize = 95.MB, UnpackedSize = 250.MB }) with
            {
                TestResults = "/app/test-results",
                ForbidInImage = NothingToWorkWith,
                Smoke = new() { SmokeUrl = "http://:8080/health" },
            },
            Naive("java-service", "src/org/example/timetable/Timetable.java"),
            .. MonorepoImages,
        ];

    static IEnumerable<ImageDefinition> GoImages
    {
        get
        {
            const string edited = "internal/links/store.go";
            var server = Multi("go-server", edited, new() { DownloadSize = 5.MB, UnpackedSize = 12.MB }) with
            {
                TestResults = "/src/test-results/junit.xml",
                ForbidInImage = NothingToWorkWith,
                Smoke = new() { SmokeUrl = "http://:8080/health" },
            };
            return
            [
                server,
                server with
                {
                    Repository = "go-server-distroless",
                    ProductionStage = "production-distroless",
                    Budget = new() { DownloadSize = 8.MB, UnpackedSize = 20.MB },
                },
                Untested(server) with
                {
                    Repository = "go-server-unstripped",
                    BuildArgs = ["LDFLAGS="],
                    Scenarios = [BuildScenario.Cold],
                },
                Naive("go-server", edited),
            ];
        }
    }

    static IEnumerable<ImageDefinition> PythonImages
    {
        get
        {
            const string edited = "service/spelling/words.py";
            var wheels = Multi("python-service", edited, new() { DownloadSize = 65.MB, UnpackedSize = 180.MB }) with
            {
                TestResults = "/src/test-results/junit.xml",
                ForbidInImage = ["compiler", "root"],
                Smoke = new() { SmokeUrl = "http://:8000/health" },
            };
            return
            [
                wheels,
                wheels with
                {
                    Repository = "python-service-prefix",
                    ProductionStage = "production-prefix",
                },
                Naive("python-service", edited),
            ];
        }
    }

    static IEnumerable<ImageDefinition> MonorepoImages
    {
        get
        {
            const string edited = "packages/shared/src/index.ts";
            var images = Multi("monorepo", edited, new() { DownloadSize = 80.MB, UnpackedSize = 220.MB }) with
            {
                TestResults = "/app/test-results/junit.xml",
                ForbidInImage = ["compiler", "root"],
            };
            return
            [
                images with
                {
                    Repository = "monorepo-api",
                    ProductionStage = "api",
                    Smoke = new() { SmokeUrl = "http://:3000/health" },
                },
                images with
                {
                    Repository = "monorepo-worker",
                    ProductionStage = "worker",
                    Smoke = new() { SmokeLog = "did beat 1" },
                },
                images with
                {
                    Repository = "monorepo-web",
                    ProductionStage = "web",
                    Smoke = new() { SmokeUrl = "http://:8080/" },
                },
                Naive("monorepo", edited),
            ];
        }
    }

    static ImageDefinition Multi(string sample, string editedFile, ImageBudget budget) =>
        new(sample)
        {
            BuildContext = "samples/" + sample,
            EditedFile = editedFile,
            Budget = budget,
        };

    static ImageDefinition Naive(string sample, string editedFile) =>
        new(sample + "-naive")
        {
            BuildContext = "samples/" + sample,
            Dockerfile = $"samples/{sample}/Dockerfile.naive",
            // Its only stage, which has no name.
            ProductionStage = "0",
            AllowUntested = true,
            EditedFile = editedFile,
        };

    // The tests ran with the image that it is held against.
    static ImageDefinition Untested(ImageDefinition image) =>
        image with
        {
            AllowUntested = true,
            TestStage = "no-tests",
            TestResults = null,
            Smoke = new(),
            Budget = new(),
            ForbidInImage = [],
        };
}
