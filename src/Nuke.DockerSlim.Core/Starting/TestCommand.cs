using Nuke.DockerSlim.Commands;

namespace Nuke.DockerSlim.Starting;

/// <summary>Knows the commands that run tests, as their tools' documents name them.</summary>
internal static class TestCommand
{
    private static readonly string[] Runners =
    [
        "pytest",
        "py.test",
        "tox",
        "nox",
        "jest",
        "vitest",
        "mocha",
        "phpunit",
        "rspec",
        "ctest",
        "gotestsum",
    ];

    // What comes before the program that is meant: "npx jest", "poetry run pytest", "./vendor/bin/phpunit".
    private static readonly string[] Starters = ["npx", "bunx", "pipx", "uvx"];
    private static readonly string[] RunStarters = ["poetry", "pipenv", "uv", "pdm", "hatch", "bundle"];

    /// <summary>Whether a command runs tests.</summary>
    /// <param name="command">The command.</param>
    public static bool Is(ShellCommand command) =>
        command.Words.Count > 0
        && (
            Runners.Contains(command.Program)
            || IsScript(command)
            || IsTool(command)
            || IsPythonModule(command)
            || (command.Program == "node" && command.Words.Contains("--test"))
            || (Starters.Contains(command.Program) && command.Words.Count > 1 && Is(Behind(command, 1)))
            || (
                RunStarters.Contains(command.Program)
                && command.Words.Count > 2
                && command.Words[1] is "run" or "exec"
                && Is(Behind(command, 2))
            )
        );

    private static ShellCommand Behind(ShellCommand command, int words) => command with { Words = [.. command.Words.Skip(words)] };

    // "npm test", "npm run test:unit", "yarn test".
    private static bool IsScript(ShellCommand command) =>
        command.Program is "npm" or "yarn" or "pnpm" or "bun" or "deno" or "composer"
        && command.Operands.ToArray() switch
        {
            [("run" or "run-script" or "task"), var script, ..] => IsTestName(script),
            [var script, ..] => script is "t" || IsTestName(script),
            _ => false,
        };

    private static bool IsTestName(string script) => script == "test" || script.StartsWith("test:", StringComparison.Ordinal);

    private static bool IsTool(ShellCommand command) =>
        command.Is("dotnet", "test")
        || command.Is("go", "test")
        || command.Is("cargo", "test", "nextest")
        || command.Is("swift", "test")
        || command.Is("mix", "test")
        || command.Is("sbt", "test")
        || command.Is("make", "test", "check", "tests")
        || (command.Program is "gradle" or "gradlew" && command.Operands.Any(x => x is "test" or "check" or "build"))
        || (
            command.Program is "mvn" or "mvnw"
            && command.Operands.Any(x => x is "test" or "verify" or "package" or "install")
            && !command.Words.Any(x => x.StartsWith("-DskipTests", StringComparison.Ordinal) || x == "-Dmaven.test.skip=true")
        );

    private static bool IsPythonModule(ShellCommand command) =>
        command.Program.StartsWith("python", StringComparison.Ordinal)
        && command.Words.Zip(command.Words.Skip(1)).Any(x => x is ("-m", "pytest" or "unittest" or "tox" or "nose2"));
}
