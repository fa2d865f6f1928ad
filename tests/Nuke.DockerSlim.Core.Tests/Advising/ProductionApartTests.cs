using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Advising.Edits;

namespace Nuke.DockerSlim.Tests.Advising;

/// <summary>The edit that makes stages of one.</summary>
public sealed class ProductionApartTests
{
    [Fact]
    public void All_edits_one_after_the_other_make_stages_of_a_naive_file()
    {
        var image = AdviceEdits.All.Aggregate(AdvisedSample.Of(AdvisedSample.Naive), (x, edit) => edit.Apply(x) ?? x);

        Assert.Equal(
            """
            ARG NODE_IMAGE=node:20-bookworm-slim
            FROM ${NODE_IMAGE} AS base
            WORKDIR /app

            FROM base AS builder
            COPY package.json package-lock.json .npmrc ./
            RUN --mount=type=cache,target=/root/.npm npm ci
            COPY . .
            RUN npm run build

            FROM builder AS test
            RUN CI=true npm test

            FROM builder AS pruned
            RUN npm prune --omit=dev

            FROM base AS production
            COPY --from=pruned /app ./
            EXPOSE 3000
            CMD npm start

            """,
            image.Dockerfile
        );
        Assert.Equal("production", image.ProductionStage);
        Assert.All(AdviceEdits.All, x => Assert.Null(x.Apply(image)));
    }

    [Fact]
    public void Lines_that_only_describe_the_image_move_to_production_with_their_comments()
    {
        var edited = AdvisedSample.Edit<ProductionApart>(
            AdvisedSample.Of(
                """
                FROM node:20
                RUN apt-get update && apt-get install -y curl
                WORKDIR /srv/app
                # All of it.
                COPY . .
                # The port.
                EXPOSE 3000
                ENV PORT=3000
                RUN npm ci && npm run build
                LABEL a=b
                USER 1000
                CMD ["node", "dist/server.js"]
                """
            )
        );

        Assert.Equal(
            """
            FROM node:20 AS base
            RUN apt-get update && apt-get install -y curl
            WORKDIR /srv/app

            FROM base AS builder
            # All of it.
            COPY . .
            ENV PORT=3000
            RUN npm ci && npm run build

            FROM builder AS pruned
            RUN npm prune --omit=dev

            FROM base AS production
            COPY --from=pruned /srv/app ./
            # The port.
            EXPOSE 3000
            ENV PORT=3000
            LABEL a=b
            USER 1000
            CMD ["node", "dist/server.js"]

            """,
            edited
        );
    }

    [Fact]
    public void A_test_stage_behind_production_goes_on_from_the_builder()
    {
        var edited = AdvisedSample.Edit<ProductionApart>(
            AdvisedSample.Of(
                "FROM node:20 AS production\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm start\n\nFROM production AS test\nRUN npm test\n",
                production: "production"
            )
        )!;

        Assert.Contains("\nFROM base AS production\nCOPY --from=pruned /app ./\nCMD npm start\n", edited, StringComparison.Ordinal);
        Assert.EndsWith("\n\nFROM builder AS test\nRUN npm test\n", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_stay_what_they_are()
    {
        var text = AdvisedSample.Naive.Replace("\n", "\r\n", StringComparison.Ordinal);

        var image = AdviceEdits.All.Aggregate(AdvisedSample.Of(text), (x, edit) => edit.Apply(x) ?? x);

        Assert.DoesNotContain("\n", image.Dockerfile.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("CMD npm start\r\n", image.Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_taken_are_not_given_again()
    {
        var edited = AdvisedSample.Edit<ProductionApart>(
            AdvisedSample.Of(
                "FROM busybox AS base\nFROM busybox AS Builder\nFROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm start\n",
                production: "2"
            )
        )!;

        Assert.Contains("FROM node:20 AS base2\n", edited, StringComparison.Ordinal);
        Assert.Contains("FROM base2 AS builder2\n", edited, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no folder of its own", "FROM node:20\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    [InlineData("what runs is a tool for development", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npx ts-node src/server.ts\n")]
    [InlineData("the same in a script", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm run dev\n")]
    [InlineData("the same as the entry point", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nENTRYPOINT [\"npx\", \"tsc\", \"-w\"]\n")]
    [InlineData("a program in another folder", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm install -g pm2\nCMD npm start\n")]
    [InlineData("a system package", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && apt-get install -y curl\nCMD npm start\n")]
    [InlineData("a file in another folder", "FROM node:20\nWORKDIR /app\nCOPY . .\nCOPY a /etc/a\nRUN npm ci\nCMD npm start\n")]
    [InlineData("output elsewhere", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build > /log\nCMD npm start\n")]
    [InlineData(
        "output elsewhere by an option",
        "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx tsc --outDir /out\nCMD npm start\n"
    )]
    [InlineData("another folder midway", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nWORKDIR /app/web\nRUN npm ci\nCMD npm start\n")]
    [InlineData("another user before", "FROM node:20\nUSER node\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    [InlineData("a script in the file", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN <<EOF\nnpm ci\nEOF\nCMD npm start\n")]
    [InlineData("a loop", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN for x in a b; do npm ci; done\nCMD npm start\n")]
    [InlineData("trimmed already", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\nCMD npm start\n")]
    [InlineData("instructions for later", "FROM node:20\nWORKDIR /app\nONBUILD COPY . .\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    [InlineData("another language", "# syntax=acme/frontend:1\nFROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    [InlineData("nobody wants it", "FROM node:20\nWORKDIR /app\nCOPY . .\n# slim ignore=single-stage\nRUN npm ci\nCMD npm start\n")]
    [InlineData("a variable as folder", "FROM node:20\nARG D=/app\nWORKDIR $D\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    [InlineData("FROM over two lines", "FROM \\\n  node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD npm start\n")]
    public void Where_the_folder_may_not_hold_all_nothing_is_done(string why, string dockerfile)
    {
        Assert.NotEmpty(why);
        Assert.Null(AdvisedSample.Edit<ProductionApart>(AdvisedSample.Of(dockerfile)));
    }

    [Theory]
    [InlineData("""{ "workspaces": ["a"], "devDependencies": { "jest": "1" } }""")]
    [InlineData("""{ "dependencies": { "puppeteer": "1" }, "devDependencies": { "jest": "1" } }""")]
    [InlineData("""{ "dependencies": { "express": "1" } }""")]
    [InlineData("""{ "devDependencies": """)]
    [InlineData("[]")]
    public void Where_the_project_keeps_things_elsewhere_nothing_is_done(string package) =>
        Assert.Null(AdvisedSample.Edit<ProductionApart>(AdvisedSample.Of(AdvisedSample.Naive, package: package)));
}
