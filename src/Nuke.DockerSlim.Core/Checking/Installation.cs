namespace Nuke.DockerSlim.Checking;

/// <summary>Commands that install an application's dependencies, as its package manager's documentation has them.</summary>
/// <param name="Title">What the command is called.</param>
/// <param name="Matches">Whether a command is one.</param>
/// <param name="Manifests">The files it reads, as a COPY would name them.</param>
/// <param name="CacheTarget">Where its downloads are kept, for a cache mount.</param>
internal sealed record Installation(string Title, Func<ShellCommand, bool> Matches, string Manifests, string CacheTarget)
{
    /// <summary>The ones known.</summary>
    public static IReadOnlyList<Installation> Known { get; } =
    [
        // Without a package name both install what the manifest lists.
        new("npm", x => x.Is("npm", "ci", "clean-install") || (x.Is("npm", "install", "i") && IsBare(x)), "package*.json", "/root/.npm"),
        new(
            "yarn",
            x => x.Program == "yarn" && x.Operands.FirstOrDefault() is null or "install" && !x.Has("--version", "-v"),
            "package.json yarn.lock",
            "/usr/local/share/.cache/yarn"
        ),
        new("pnpm", x => x.Is("pnpm", "install", "i", "fetch"), "package.json pnpm-lock.yaml", "/root/.local/share/pnpm/store"),
        new(
            "pip",
            x => IsPip(x) && x.Words.Any(y => y is "-r" or "--requirement" || y.StartsWith("--requirement=", StringComparison.Ordinal)),
            "requirements*.txt",
            "/root/.cache/pip"
        ),
        new("poetry", x => x.Is("poetry", "install"), "pyproject.toml poetry.lock", "/root/.cache/pypoetry"),
        new("uv", x => x.Is("uv", "sync"), "pyproject.toml uv.lock", "/root/.cache/uv"),
        new("dotnet restore", x => x.Is("dotnet", "restore"), "*.csproj", "/root/.nuget/packages"),
        new("go mod download", x => x.Is("go", "mod") && x.Operands.ElementAtOrDefault(1) == "download", "go.mod go.sum", "/go/pkg/mod"),
        new("cargo fetch", x => x.Is("cargo", "fetch"), "Cargo.toml Cargo.lock", "/usr/local/cargo/registry"),
        new("bundle install", x => x.Is("bundle", "install"), "Gemfile Gemfile.lock", "/usr/local/bundle/cache"),
        new("composer install", x => x.Is("composer", "install"), "composer.json composer.lock", "/root/.composer/cache"),
        new(
            "maven",
            x => x.Program is "mvn" or "mvnw" && x.Words.Any(y => y.StartsWith("dependency:", StringComparison.Ordinal)),
            "pom.xml",
            "/root/.m2"
        ),
    ];

    /// <summary>The installation that a command is; null when it is none.</summary>
    /// <param name="command">The command.</param>
    public static Installation? Of(ShellCommand command) => Known.FirstOrDefault(x => x.Matches(command));

    /// <summary>Whether a command is <c>pip install</c> under one of its names.</summary>
    /// <param name="command">The command.</param>
    public static bool IsPip(ShellCommand command) =>
        (command.Program is "pip" or "pip3" && command.Operands.FirstOrDefault() is "install" or "wheel")
        || (
            command.Program.StartsWith("python", StringComparison.Ordinal)
            && command.Words is [_, "-m", "pip", ..]
            && command.Words.Skip(3).FirstOrDefault(x => !x.StartsWith('-')) is "install" or "wheel"
        );

    private static bool IsBare(ShellCommand command) =>
        command.Operands.Skip(1).All(x => x == ".") && !command.Has("-g", "--global", "--location");
}
