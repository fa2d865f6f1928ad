using Nuke.DockerSlim.Advising;

namespace Nuke.DockerSlim.Tests.Advising;

/// <summary>Images for edits to be made to: a Node.js project around a Dockerfile.</summary>
internal static class AdvisedSample
{
    public const string Package = """
        {
          "scripts": { "build": "tsc", "start": "node dist/server.js", "dev": "ts-node src/server.ts", "test": "jest" },
          "dependencies": { "express": "^5.0.0" },
          "devDependencies": { "jest": "^30.0.0", "typescript": "~5.9.0", "ts-node": "^10.0.0" }
        }
        """;

    public const string Naive = """
        ARG NODE_IMAGE=node:20-bookworm-slim
        FROM ${NODE_IMAGE}
        WORKDIR /app
        COPY . .
        RUN npm install
        RUN npm run build
        EXPOSE 3000
        CMD npm start

        """;

    private static readonly string[] Entries = [".npmrc", "Dockerfile", "package-lock.json", "package.json", "src/", "tsconfig.json"];

    public static AdvisedImage Of(
        string dockerfile,
        string? ignoreFile = null,
        string package = Package,
        string production = "0",
        params string[] more
    ) =>
        new()
        {
            Dockerfile = dockerfile,
            IgnoreFile = ignoreFile,
            ProductionStage = production,
            TestStage = "test",
            Context = new AdvisedContext(
                [.. Entries, .. more],
                x =>
                    x switch
                    {
                        "package.json" => package,
                        ".npmrc" => "fund=false",
                        "yarn.lock" => "# yarn lockfile v1",
                        _ => Entries.Concat(more).Contains(x) ? "" : null,
                    }
            ),
        };

    /// <summary>The text that an edit makes of a Dockerfile; null where it leaves it alone.</summary>
    public static string? Edit<T>(AdvisedImage image)
        where T : AdviceEdit => Find<T>().Apply(image)?.Dockerfile;

    public static AdviceEdit Find<T>()
        where T : AdviceEdit => AdviceEdits.All.Single(x => x is T);
}
