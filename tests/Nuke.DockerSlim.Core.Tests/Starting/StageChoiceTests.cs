using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Tests.Starting;

public sealed class StageChoiceTests
{
    [Theory]
    [InlineData("FROM a AS test\nFROM a AS production\nFROM a AS docs", "production", "stage 'production' (line 2) is called so")]
    [InlineData("FROM a AS build\nFROM a AS app", "app", "stage 'app' (line 2) is the last one, which docker build makes")]
    [InlineData("FROM a AS build\nFROM a", "1", "stage 1 (line 2) is the last one, which docker build makes; it has no name")]
    [InlineData(
        "FROM a AS final\nFROM a AS test",
        "final",
        "stage 'final' (line 1), by its name; the last one, stage 'test' (line 2), is not"
    )]
    [InlineData("FROM a AS base\nFROM a AS dev", "dev", "stage 'dev' (line 2) is the last one, which docker build makes, though its name")]
    public void The_last_stage_is_shipped_unless_names_say_otherwise(string dockerfile, string stage, string reason)
    {
        var choice = Choice(dockerfile);

        Assert.Equal(stage, choice.Production);
        Assert.StartsWith(reason, choice.ProductionReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM a AS test\nRUN x\nFROM a", "test", "stage 'test' (line 1) is called so")]
    [InlineData(
        "FROM a AS unit-tests\nRUN npm test\nFROM a",
        "unit-tests",
        "stage 'unit-tests' (line 1) is called so; it runs npm test (line 2)"
    )]
    [InlineData("FROM a AS build\nRUN go build && go test ./...\nFROM a", "build", "stage 'build' (line 1) runs go test ./... (line 2)")]
    [InlineData("FROM a\nRUN python -m pytest -q", "0", "stage 0 (line 1) runs python -m pytest -q (line 2)")]
    [InlineData("FROM a AS build\nRUN make\nFROM a", null, "no stage is called test or runs a known test command")]
    // A stage without a name that is not the last cannot be built by itself.
    [InlineData("FROM a\nRUN npm test\nFROM a AS app", null, "no stage is called test")]
    public void A_stage_tests_by_its_name_or_by_what_it_runs(string dockerfile, string? stage, string reason)
    {
        var choice = Choice(dockerfile);

        Assert.Equal(stage, choice.Test);
        Assert.StartsWith(reason, choice.TestReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("npm t")]
    [InlineData("npm run test:unit")]
    [InlineData("yarn --silent test")]
    [InlineData("npx jest --ci")]
    [InlineData("poetry run pytest")]
    [InlineData("./mvnw -B package")]
    [InlineData("./gradlew build")]
    [InlineData("CI=1 dotnet test --no-build")]
    [InlineData("vendor/bin/phpunit")]
    [InlineData("bundle exec rspec")]
    [InlineData("node --test")]
    public void Test_commands_of_many_tools_are_known(string command) =>
        Assert.Equal("x", Choice($"FROM a AS x\nRUN {command}\nFROM b").Test);

    [Theory]
    [InlineData("npm ci")]
    [InlineData("npm run build")]
    [InlineData("mvn package -DskipTests")]
    [InlineData("test -e /file")]
    [InlineData("pip install pytest")]
    [InlineData("go build ./cmd/test")]
    [InlineData("echo npm test")]
    public void Other_commands_are_none(string command) => Assert.Null(Choice($"FROM a AS x\nRUN {command}\nFROM b").Test);

    [Fact]
    public void A_file_without_a_stage_is_none() => Assert.Null(StageChoice.Of(Dockerfile.Parse("# nothing\nARG A", [])));

    private static StageChoice Choice(string dockerfile) => StageChoice.Of(Dockerfile.Parse(dockerfile, []))!;
}
