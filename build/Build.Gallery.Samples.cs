using System.Collections.Generic;
using Gallery;
using Nuke.DockerSlim.Values;

// What articles claim of the samples. Sizes are unpacked sizes.
partial class Build
{
    /// <summary>The gallery's rows, in its order.</summary>
    static IReadOnlyList<Sample> GallerySamples =>
        [
            new(
                "node-service",
                "node-service-naive",
                "node-service",
                "TypeScript on a slim base, not root",
                [new SizeClaim("A1", 87m, 1.4.GB, 180.MB), new PullClaim("A9", 6m)]
            ),
            new("go-server", "go-server-naive", "go-server", "Go on scratch", [new SizeClaim("A2", 99m, 1.1.GB, 12.MB)]),
            new(
                "go-server-distroless",
                "go-server-naive",
                "go-server",
                "Go on distroless static",
                [new SizeClaim("A2", 98.2m, 1.1.GB, 20.MB)]
            ),
            new("go-server", "go-server-unstripped", "go-server", "the binary stripped (-s -w)", [new SizeClaim("A2", 30m, null, null)])
            {
                Before = "unstripped",
            },
            new("express-web", "express-web-naive", "express-web", "Express, page fetched on port 3000", [new WorksClaim("A3")]),
            new(
                "orders-api",
                "orders-api-naive",
                "orders-api",
                "TypeScript; Jest, ESLint, tsc stay behind",
                [new SizeClaim("A4", 81m, 800.MB, 150.MB), new SizeClaim("A4", 93m, 1.8.GB, 120.MB), new GatedClaim("A7")]
            ),
            new("python-service", "python-service-naive", "python-service", "Python from wheels", [NoCompiler]),
            new("python-service-prefix", "python-service-naive", "python-service", "Python from --prefix=/install", [NoCompiler]),
            new(
                "java-service",
                "java-service-naive",
                "java-service",
                "Java on a distroless runtime",
                [new WithoutClaim("A6", "a runtime only", ["compiler", "shell", "package-manager"])]
            ),
            new("dotnet-api", "dotnet-api-naive", "dotnet-api", "ASP.NET Core, trimmed, chiseled base", []),
            new("monorepo-api", "monorepo-naive", "monorepo", "one of three images of one builder", []),
            new("monorepo-worker", "monorepo-naive", "monorepo", "the second of them", []),
            new("monorepo-web", "monorepo-naive", "monorepo", "the third of them", []),
        ];

    static WithoutClaim NoCompiler => new("A5", "no compiler in the final image", ["compiler"]);
}
