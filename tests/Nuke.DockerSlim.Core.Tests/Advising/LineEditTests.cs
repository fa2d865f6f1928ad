using Nuke.DockerSlim.Advising.Edits;

namespace Nuke.DockerSlim.Tests.Advising;

/// <summary>Edits of single lines: what they make of them, and what they leave alone (null).</summary>
public sealed class LineEditTests
{
    [Theory]
    [InlineData("COPY . .\nRUN npm install\n", "COPY . .\nRUN npm ci\n")]
    [InlineData("COPY . .\nRUN npm i --no-audit && npm run build\n", "COPY . .\nRUN npm ci --no-audit && npm run build\n")]
    [InlineData(
        "COPY package*.json ./\nRUN set -e; \\\n    npm install; \\\n    echo done\n",
        "COPY package*.json ./\nRUN set -e; \\\n    npm ci; \\\n    echo done\n"
    )]
    // The lock file is not there; another package; two of them; a script; nobody wants it.
    [InlineData("COPY package.json ./\nRUN npm install\n", null)]
    [InlineData("COPY . .\nRUN npm install left-pad\n", null)]
    [InlineData("COPY . .\nRUN npm install -g pm2 && npm install\n", null)]
    [InlineData("COPY . .\nRUN <<EOF\nnpm install\nEOF\n", null)]
    [InlineData("COPY . .\nRUN [\"npm\", \"install\"]\n", null)]
    [InlineData("COPY . .\n# slim ignore=install-without-lock\nRUN npm install\n", null)]
    [InlineData("COPY . .\nRUN npm \\\n  install\n", null)]
    [InlineData("COPY . .\nRUN npm ci\n", null)]
    public void Npm_installs_by_the_lock_file(string before, string? after) => Holds<InstallByLock>(before, after);

    [Fact]
    public void Yarn_and_pnpm_are_told_to_hold_to_theirs()
    {
        Assert.Equal(
            "FROM node:20\nCOPY . .\nRUN yarn install --frozen-lockfile && yarn build\n",
            AdvisedSample.Edit<InstallByLock>(
                AdvisedSample.Of("FROM node:20\nCOPY . .\nRUN yarn install && yarn build\n", more: "yarn.lock")
            )
        );
        Assert.Equal(
            "FROM node:20\nCOPY . .\nRUN pnpm install --frozen-lockfile\n",
            AdvisedSample.Edit<InstallByLock>(AdvisedSample.Of("FROM node:20\nCOPY . .\nRUN pnpm install\n", more: "pnpm-lock.yaml"))
        );
    }

    [Theory]
    [InlineData("RUN npm ci\n", "RUN --mount=type=cache,target=/root/.npm npm ci\n")]
    [InlineData("run --network=host npm ci\n", "run --mount=type=cache,target=/root/.npm --network=host npm ci\n")]
    [InlineData("RUN <<EOF\nnpm ci\nEOF\n", "RUN --mount=type=cache,target=/root/.npm <<EOF\nnpm ci\nEOF\n")]
    [InlineData(
        "RUN pip install -r requirements.txt\n",
        "RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n"
    )]
    [InlineData("RUN pip install --no-cache-dir -r requirements.txt\n", null)]
    [InlineData("ENV PIP_NO_CACHE_DIR=1\nRUN pip install -r requirements.txt\n", null)]
    [InlineData("RUN --mount=type=cache,target=/x npm ci\n", null)]
    [InlineData("RUN npm ci && npm cache clean --force\n", null)]
    [InlineData("USER node\nRUN npm ci\n", null)]
    [InlineData("# slim ignore=missing-cache-mount\nRUN npm ci\n", null)]
    // What they keep there is what later lines run with.
    [InlineData("RUN go mod download\n", null)]
    [InlineData("RUN dotnet restore\n", null)]
    [InlineData("RUN poetry install\n", null)]
    [InlineData("RUN mvn package\n", null)]
    public void Caches_are_mounted_for_downloads(string before, string? after) => Holds<CacheMounts>(before, after);

    [Fact]
    public void A_tool_that_runs_with_its_cache_gets_it_on_every_line_of_a_builder() =>
        Assert.Equal(
            """
            FROM golang:1.24 AS build
            RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go mod download
            COPY . .
            RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build -o /out
            FROM scratch AS production
            COPY --from=build /out /
            """,
            AdvisedSample.Edit<CacheMounts>(
                AdvisedSample.Of(
                    "FROM golang:1.24 AS build\nRUN go mod download\nCOPY . .\nRUN go build -o /out\nFROM scratch AS production\nCOPY --from=build /out /",
                    production: "production"
                )
            )
        );

    [Theory]
    [InlineData(
        "RUN apt-get update && apt-get install -y curl\n",
        "RUN apt-get update && apt-get install --no-install-recommends -y curl && rm -rf /var/lib/apt/lists/*\n"
    )]
    [InlineData(
        "RUN apt-get update \\\n && apt-get -y install \\\n    curl\nCMD a",
        "RUN apt-get update \\\n && apt-get -y install --no-install-recommends \\\n    curl && rm -rf /var/lib/apt/lists/*\nCMD a"
    )]
    [InlineData("RUN apk add curl\n", "RUN apk add --no-cache curl\n")]
    [InlineData("RUN dnf install -y curl\n", "RUN dnf install -y curl && dnf clean all\n")]
    // The second line needs the lists of the first; the third RUN brings its own.
    [InlineData("RUN apt-get update\nRUN apt-get install --no-install-recommends -y curl\n", null)]
    [InlineData(
        "RUN apt-get update\nRUN apt-get update && apt-get install --no-install-recommends a && rm -rf /var/lib/apt/lists/*\n",
        "RUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install --no-install-recommends a && rm -rf /var/lib/apt/lists/*\n"
    )]
    [InlineData("RUN if test -f a; then apt-get update; fi\n", null)]
    [InlineData("RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl\n", null)]
    [InlineData("RUN <<EOF\napt-get update\nEOF\n", null)]
    [InlineData("RUN apt-get update # now\n", null)]
    [InlineData("RUN apt-get update &\n", null)]
    public void System_packages_leave_nothing_behind(string before, string? after) => Holds<SystemPackages>(before, after);

    [Fact]
    public void Packages_of_a_builder_are_nobodys_bytes() =>
        Assert.Null(
            AdvisedSample.Edit<SystemPackages>(
                AdvisedSample.Of(
                    "FROM a AS b\nRUN apt-get update && apt-get install curl\nFROM a AS production\nCOPY --from=b /a /\n",
                    production: "production"
                )
            )
        );

    [Fact]
    public void A_user_without_rights_comes_behind_the_last_step_where_the_image_is_started()
    {
        const string Text = "FROM node:20\nWORKDIR /app\nCOPY . .\nCMD npm start\n";

        Assert.Null(AdvisedSample.Edit<NonRootUser>(AdvisedSample.Of(Text)));
        Assert.Equal(
            "FROM node:20\nWORKDIR /app\nCOPY . .\nUSER 1000:1000\nCMD npm start\n",
            AdvisedSample.Edit<NonRootUser>(AdvisedSample.Of(Text) with { IsStarted = true })
        );
        Assert.Null(
            AdvisedSample.Edit<NonRootUser>(
                AdvisedSample.Of(Text.Replace("CMD", "USER root\nCMD", StringComparison.Ordinal)) with
                {
                    IsStarted = true,
                }
            )
        );
    }

    [Fact]
    public void A_rule_that_is_switched_off_switches_its_edit_off() =>
        Assert.Null(
            AdvisedSample.Edit<InstallByLock>(AdvisedSample.Of(AdvisedSample.Naive) with { IgnoredRules = ["Install-Without-Lock"] })
        );

    private static void Holds<T>(string before, string? after)
        where T : Nuke.DockerSlim.Advising.AdviceEdit
    {
        const string From = "FROM node:20\n";
        var edited = AdvisedSample.Edit<T>(AdvisedSample.Of(From + before));
        Assert.Equal(after is null ? null : From + after, edited);
        if (after is not null)
            Assert.Null(AdvisedSample.Edit<T>(AdvisedSample.Of(From + after)));
    }
}
