using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class CacheMissTests
{
    private const string Edited = "src/a.ts";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["package.json"] = "{}",
        ["package-lock.json"] = "{}",
        [".npmrc"] = "",
        ["web/package.json"] = "{}",
        ["own/package.json"] = """{ "scripts": { "postinstall": "node own.js" } }""",
        ["requirements.txt"] = "flask\n",
        ["requirements/dev.txt"] = "-r ../requirements.txt\n",
        ["go.mod"] = "module x",
        ["pom.xml"] = "<project/>",
        ["Cargo.toml"] = "[package]",
        ["composer.json"] = "{}",
        ["Gemfile"] = "gem 'rails'",
        ["pnpm-lock.yaml"] = "",
        ["yarn.lock"] = "",
    };

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void The_sample_loses_only_what_depends_on_the_edit(string store)
    {
        var outcome = Recorded(store, BuildScenario.Edited, "edited-production");
        var use = ContextUseReader.Read(File.ReadAllText(Recordings.Path($"{store}/edited-production", "metadata.json")));
        var miss = CacheMisses.Of(
            outcome,
            outcome.Metadata.Dockerfile!,
            outcome.Metadata.Dockerfile!.Stages[3],
            use,
            "src/domain/money.ts",
            _ => "{}"
        )!;
        Assert.Equal((20, "COPY src ./src"), (miss.Line, miss.Instruction));
        Assert.Equal("line 20, COPY, takes in src/domain/money.ts, which was edited", miss.Cause);
        Assert.Equal((null, null), (miss.Advice, miss.Saved));
        Assert.True(miss.Rerun > 1_000);
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_warm_build_that_ran_nothing_missed_nothing(string store)
    {
        var outcome = Recorded(store, BuildScenario.Warm, "warm-production");
        Assert.Null(CacheMisses.Of(outcome, outcome.Metadata.Dockerfile!, outcome.Metadata.Dockerfile!.Stages[3], null, null, _ => null));
    }

    [Theory]
    [InlineData(BuildScenario.Cold)]
    [InlineData(BuildScenario.DependencyEdited)]
    [InlineData(BuildScenario.Test)]
    public void Of_builds_that_are_to_run_steps_nothing_is_said(BuildScenario scenario) =>
        Assert.Null(Miss("COPY . .", "RUN npm ci", scenario));

    [Theory]
    [InlineData("RUN npm ci", "copy package.json, package-lock.json and .npmrc, and run npm ci before line 2", true)]
    [InlineData(
        "RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev && npm cache clean --force",
        "copy package.json, package-lock.json and .npmrc, and run npm ci --omit=dev before line 2",
        true
    )]
    [InlineData("RUN npm ci && npm run build", "copy package.json, package-lock.json and .npmrc, and run npm ci before line 2", false)]
    [InlineData("RUN [\"npm\", \"install\"]", "copy package.json, package-lock.json and .npmrc, and run npm install before line 2", true)]
    [InlineData("RUN cd web && npm ci", "copy web/package.json, and run npm ci before line 2", true)]
    [InlineData("RUN yarn --frozen-lockfile", null, false)]
    [InlineData(
        "RUN yarn install --frozen-lockfile",
        "copy package.json, yarn.lock and .npmrc, and run yarn install --frozen-lockfile before line 2",
        true
    )]
    [InlineData(
        "RUN corepack enable && pnpm install",
        "copy package.json, pnpm-lock.yaml and .npmrc, and run pnpm install before line 2",
        true
    )]
    [InlineData(
        "RUN pip install --no-cache-dir -r requirements.txt",
        "copy requirements.txt, and run pip install --no-cache-dir -r requirements.txt before line 2",
        true
    )]
    [InlineData("RUN go mod download", "copy go.mod, and run go mod download before line 2", true)]
    [InlineData("RUN mvn -q package", "copy pom.xml, and run mvn dependency:go-offline before line 2", false)]
    [InlineData("RUN yarn", "copy package.json, yarn.lock and .npmrc, and run yarn install before line 2", true)]
    [InlineData("RUN mvn -B dependency:go-offline", "copy pom.xml, and run mvn -B dependency:go-offline before line 2", true)]
    [InlineData("RUN bundle", "copy Gemfile, and run bundle install before line 2", true)]
    [InlineData("RUN bundle install", "copy Gemfile, and run bundle install before line 2", true)]
    [InlineData("RUN composer install", "copy composer.json, and run composer install --no-scripts --no-autoloader before line 2", false)]
    [InlineData("RUN cargo build --release", "copy Cargo.toml, and run cargo fetch (on an empty src/main.rs) before line 2", false)]
    [InlineData(
        "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
        "run apt-get install -y curl before line 2",
        true
    )]
    [InlineData(
        "RUN dotnet restore",
        "copy the solution and project files, each into its folder, with nuget.config, global.json and Directory.*.props where there are, and run dotnet restore before line 2",
        true
    )]
    public void An_installation_behind_a_broad_copy_belongs_before_it(string run, string? advice, bool savesAll)
    {
        var miss = Miss("COPY . .", run)!;
        Assert.Equal("line 2, COPY, takes in src/a.ts, which was edited", miss.Cause);
        Assert.Equal((advice, savesAll ? 1_000 : null), (miss.Advice, miss.Saved));
        Assert.Equal(2_000, miss.Rerun);
    }

    [Theory]
    [InlineData("RUN npm run build")]
    [InlineData("RUN npm ci --prefix web")]
    [InlineData("RUN cd own && npm ci")]
    [InlineData("RUN cd nowhere && npm ci")]
    [InlineData("RUN npm install left-pad")]
    [InlineData("RUN pip install .")]
    [InlineData("RUN pip install -e .")]
    [InlineData("RUN pip install -r requirements/dev.txt")]
    [InlineData("RUN apt-get install -y ./tool.deb")]
    [InlineData("RUN apt-get install -y $(cat packages.txt)")]
    [InlineData("RUN if true; then npm ci; fi")]
    [InlineData("RUN dotnet publish")]
    [InlineData("RUN npm install -g")]
    [InlineData("RUN ./npm ci")]
    [InlineData("RUN poetry install")]
    [InlineData("RUN mvn package -pl web,api extra")]
    [InlineData("RUN ./gradlew build")]
    [InlineData("COPY --from=x /a /b")]
    public void Where_more_may_be_read_only_the_cause_is_said(string run) =>
        Assert.Equal((null, null), (Miss("COPY . .", run)!.Advice, Miss("COPY . .", run)!.Saved));

    [Theory]
    [InlineData("COPY src ./src", "src")]
    [InlineData("COPY . /elsewhere", "")]
    public void Files_that_the_copy_does_not_bring_are_not_advised(string copy, string source) =>
        Assert.Null(Miss(copy, "RUN npm ci", source: source)!.Advice);

    [Fact]
    public void A_folder_that_is_ignored_is_not_advised() =>
        Assert.StartsWith("copy package.json and package-lock.json,", Miss("COPY . .", "RUN npm ci", ignored: ".npmrc")!.Advice);

    [Fact]
    public void The_installation_of_what_was_edited_had_to_run() =>
        Assert.Null(Miss("COPY . .", "RUN npm ci", edited: "package.json")!.Advice);

    [Fact]
    public void A_mount_of_the_context_is_named()
    {
        var miss = Miss("RUN --mount=type=bind,target=/c make", "RUN npm ci", isMount: true)!;
        Assert.Equal(
            ("line 2, RUN, mounts the part of the context that holds src/a.ts, which was edited", null),
            (miss.Cause, miss.Advice)
        );
    }

    [Fact]
    public void A_warm_build_that_copies_what_changes_is_told_of_the_ignore_file()
    {
        var miss = Miss("COPY . .", "RUN npm ci", BuildScenario.Warm, edited: null)!;
        Assert.Equal(
            (
                "warm",
                "line 2, COPY, takes in something that changed between two builds without an edit",
                "leave what builds and tests write out of the context, with .dockerignore"
            ),
            (miss.Build, miss.Cause, miss.Advice)
        );
    }

    [Fact]
    public void A_warm_build_whose_cache_is_gone_says_so()
    {
        var miss = Miss("RUN make", "RUN npm ci", BuildScenario.Warm, edited: null, source: null)!;
        Assert.StartsWith("line 2, RUN, has no result in the builder's cache", miss.Cause);
        Assert.Null(miss.Advice);
    }

    [Fact]
    public void Without_provenance_the_first_line_is_known_by_its_name()
    {
        var miss = Miss("COPY . .", "RUN npm ci", source: null)!;
        Assert.Equal(2, miss.Line);
        Assert.StartsWith("line 2, COPY, ran again after an edit to src/a.ts", miss.Cause);
    }

    private static CacheMiss? Miss(
        string copy,
        string run,
        BuildScenario scenario = BuildScenario.Edited,
        string? edited = Edited,
        string? source = "",
        bool isMount = false,
        string? ignored = null
    )
    {
        var first = Samples.Step($"[production 2/3] {copy}");
        var second = Samples.Step($"[production 3/3] {run}") with
        {
            Intervals = [new Interval(first.Intervals[0].End, first.Intervals[0].End.AddSeconds(1))],
        };
        var use = source is null
            ? null
            : new ContextUse
            {
                IgnorePatterns = ignored is null ? [] : [ignored],
                Reads =
                [
                    new()
                    {
                        Source = source,
                        FirstLine = 2,
                        IsMount = isMount,
                    },
                ],
            };
        var dockerfile = Dockerfile.Parse($"FROM node AS production\n{copy}\n{run}\n", []);
        return CacheMisses.Of(
            Samples.Outcome(scenario, Samples.Step("[production 1/3] FROM node"), first, second),
            dockerfile,
            dockerfile.Stages[0],
            use,
            edited,
            Files.GetValueOrDefault
        );
    }

    private static BuildOutcome Recorded(string store, BuildScenario scenario, string name) =>
        new()
        {
            Scenario = scenario,
            WallClock = TimeSpan.FromSeconds(10),
            Trace = Recordings.Trace($"{store}/{name}"),
            Metadata = Recordings.Metadata($"{store}/{name}"),
        };
}
