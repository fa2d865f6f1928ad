using Nuke.DockerSlim.Advising.Edits;

namespace Nuke.DockerSlim.Tests.Advising;

/// <summary>Edits that put lines elsewhere, add a stage, or list files.</summary>
public sealed class OrderEditTests
{
    [Theory]
    [InlineData("COPY . .\nRUN npm ci\n", "COPY package.json package-lock.json .npmrc ./\nRUN npm ci\nCOPY . .\n")]
    [InlineData(
        "WORKDIR /app\n# All.\nCOPY --chown=1000:1000 . /app/\n# Packages.\nRUN npm ci\nRUN npm run build\n",
        "WORKDIR /app\nCOPY --chown=1000:1000 package.json package-lock.json .npmrc /app/\n# Packages.\nRUN npm ci\n# All.\nCOPY --chown=1000:1000 . /app/\nRUN npm run build\n"
    )]
    [InlineData(
        "COPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci && npm run build && npm test\n",
        "COPY package.json package-lock.json .npmrc ./\nRUN --mount=type=cache,target=/root/.npm npm ci\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm run build && npm test\n"
    )]
    // Something stands between them; another folder; a program of the context; options that read more.
    [InlineData("COPY . .\nRUN ./prepare\nRUN npm ci\n", null)]
    [InlineData("WORKDIR /app\nCOPY . /src\nRUN npm ci\n", null)]
    [InlineData("COPY . /app\nRUN npm ci\n", null)]
    [InlineData("COPY . .\nRUN ./install && npm ci\n", null)]
    [InlineData("COPY . .\nRUN npm ci --prefix web\n", null)]
    [InlineData("COPY --exclude=a . .\nRUN npm ci\n", null)]
    [InlineData("COPY . .\nRUN npm ci || npm run build\n", null)]
    [InlineData("COPY . .\nRUN go build\n", null)]
    [InlineData("COPY . .\n# slim ignore=source-before-dependencies\nRUN npm ci\n", null)]
    public void Dependencies_are_installed_by_their_own_files(string before, string? after) =>
        Assert.Equal(
            after is null ? null : "FROM node:20\n" + after,
            AdvisedSample.Edit<DependenciesFirst>(AdvisedSample.Of("FROM node:20\n" + before))
        );

    [Theory]
    [InlineData("""{ "scripts": { "postinstall": "node setup.js" } }""")]
    [InlineData("""{ "dependencies": { "a": "file:../a" } }""")]
    public void An_installation_that_runs_the_project_stays_behind_it(string package) =>
        Assert.Null(AdvisedSample.Edit<DependenciesFirst>(AdvisedSample.Of(AdvisedSample.Naive, package: package)));

    [Fact]
    public void Dependencies_of_this_machine_must_not_come_over_the_installed_ones()
    {
        Assert.Null(AdvisedSample.Edit<DependenciesFirst>(AdvisedSample.Of(AdvisedSample.Naive, more: "node_modules/")));
        Assert.NotNull(
            AdvisedSample.Edit<DependenciesFirst>(AdvisedSample.Of(AdvisedSample.Naive, "**/node_modules\n", more: "node_modules/"))
        );
    }

    [Fact]
    public void A_test_stage_goes_on_from_the_stage_that_installs()
    {
        var edited = AdvisedSample.Edit<TestsInStage>(
            AdvisedSample.Of(
                "FROM node:20 AS build\nCOPY . .\nRUN npm ci\n\n# What runs.\nFROM node:20-slim AS production\nCOPY --from=build /dist /\n",
                production: "production"
            )
        );

        Assert.Equal(
            "FROM node:20 AS build\nCOPY . .\nRUN npm ci\n\nFROM build AS test\nRUN CI=true npm test\n\n# What runs.\nFROM node:20-slim AS production\nCOPY --from=build /dist /\n",
            edited
        );
    }

    [Theory]
    [InlineData("""{ "scripts": { "test": "echo \"Error: no test specified\" && exit 1" } }""", "FROM node:20\nCOPY . .\nRUN npm ci\n")]
    [InlineData("{}", "FROM node:20\nCOPY . .\nRUN npm ci\n")]
    [InlineData(AdvisedSample.Package, "FROM node:20\nCOPY . .\nRUN npm ci --omit=dev\n")]
    [InlineData(AdvisedSample.Package, "FROM node:20\nENV NODE_ENV=production\nCOPY . .\nRUN npm ci\n")]
    [InlineData(AdvisedSample.Package, "FROM node:20 AS test\nRUN npm test\nFROM node:20\nCOPY . .\nRUN npm ci\n")]
    public void There_is_no_test_stage_where_there_are_no_tests_or_one_already(string package, string dockerfile) =>
        Assert.Null(
            AdvisedSample.Edit<TestsInStage>(
                AdvisedSample.Of(
                    dockerfile,
                    package: package,
                    production: dockerfile.Contains("AS test", StringComparison.Ordinal) ? "1" : "0"
                )
            )
        );

    [Theory]
    [InlineData(null, ".git\n**/node_modules\n.env\n")]
    [InlineData("dist", "dist\n.git\n**/node_modules\n.env\n")]
    [InlineData("dist\r\n", "dist\r\n.git\r\n**/node_modules\r\n.env\r\n")]
    [InlineData(".git\n**/node_modules\n", ".git\n**/node_modules\n.env\n")]
    [InlineData("*\n!src\n", null)]
    public void What_belongs_in_no_image_is_ignored(string? before, string? after)
    {
        var image = AdvisedSample.Of(AdvisedSample.Naive, before, more: [".git/", "node_modules/", ".env"]);

        Assert.Equal(after, AdvisedSample.Find<IgnoredFiles>().Apply(image)?.IgnoreFile);
    }

    [Theory]
    [InlineData("FROM node:20\nCOPY src ./src\n")]
    [InlineData("FROM node:20\nCOPY . .\nRUN git describe > version\nCOPY .env ./\nRUN npm ci\n")]
    public void What_a_line_needs_is_not_ignored(string dockerfile) =>
        Assert.Null(AdvisedSample.Find<IgnoredFiles>().Apply(AdvisedSample.Of(dockerfile, more: [".git/", ".env"])));
}
