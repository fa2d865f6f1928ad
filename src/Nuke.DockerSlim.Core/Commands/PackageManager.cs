namespace Nuke.DockerSlim.Commands;

/// <summary>A package manager of applications: the commands that install a project's dependencies, as its documentation has them.</summary>
/// <param name="Title">What the installation is called.</param>
/// <param name="Installs">Whether a command installs what the project's manifests list, and nothing else.</param>
/// <param name="Manifests">The files it reads, as a COPY would name them.</param>
/// <param name="CacheTarget">Where its downloads are kept, for a cache mount.</param>
internal sealed record PackageManager(string Title, Func<ShellCommand, bool> Installs, string Manifests, string CacheTarget)
{
    // Scripts of the package itself, packages that lie beside it.
    private static readonly string[] Scripts =
    [
        "\"workspaces\"",
        "\"file:",
        "\"link:",
        "\"workspace:",
        "\"preinstall\"",
        "\"install\"",
        "\"postinstall\"",
        "\"prepare\"",
        "\"prepublish\"",
    ];

    private static readonly string[] Modules = ["<modules>", "<relativePath>", "<systemPath>"];

    /// <summary>The ones known.</summary>
    public static IReadOnlyList<PackageManager> Known { get; } =
    [
        // Without a package name both install what the manifest lists.
        new("npm", x => x.Is("npm", "ci", "clean-install") || (x.Is("npm", "install", "i") && IsBare(x)), "package*.json", "/root/.npm")
        {
            Reads = Always(["package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc"], Scripts),
        },
        new("yarn", x => x.Program == "yarn" && IsInstall(x), "package.json yarn.lock", "/usr/local/share/.cache/yarn")
        {
            Reads = Always(["package.json", "yarn.lock", ".npmrc", ".yarnrc"], [.. Scripts, "\"packageManager\": \"yarn@"]),
        },
        new("pnpm", x => x.Is("pnpm", "install", "i", "fetch"), "package.json pnpm-lock.yaml", "/root/.local/share/pnpm/store")
        {
            Reads = Always(["package.json", "pnpm-lock.yaml", ".npmrc"], [.. Scripts, "\"patchedDependencies\""]),
        },
        new(
            "pip",
            x => IsPip(x) && x.Words.Any(y => y is "-r" or "--requirement" || y.StartsWith("--requirement=", StringComparison.Ordinal)),
            "requirements*.txt",
            "/root/.cache/pip"
        )
        {
            Alone = x => x.Text,
            Reads = Requirements,
        },
        new("poetry", x => x.Is("poetry", "install"), "pyproject.toml poetry.lock", "/root/.cache/pypoetry"),
        new("uv", x => x.Is("uv", "sync"), "pyproject.toml uv.lock", "/root/.cache/uv"),
        new("dotnet restore", x => x.Is("dotnet", "restore"), "*.csproj", "/root/.nuget/packages")
        {
            Alone = x => x.Text,
            Reads = _ => new ManifestFiles(
                [],
                [],
                "the solution and project files, each into its folder, with nuget.config, global.json and Directory.*.props where there are"
            ),
        },
        new("go mod download", x => x.Is("go", "mod") && x.Operands.ElementAtOrDefault(1) == "download", "go.mod go.sum", "/go/pkg/mod")
        {
            Alone = x => x.Operands.Count() == 2 ? x.Text : null,
            Reads = Always(["go.mod", "go.sum"], ["=> ./", "=> ../"]),
        },
        new("cargo fetch", x => x.Is("cargo", "fetch"), "Cargo.toml Cargo.lock", "/usr/local/cargo/registry")
        {
            Builds = x => x.Is("cargo", "build"),
            Alone = x => HasVerbOnly(x) ? "cargo fetch (on an empty src/main.rs)" : null,
            Reads = Always(["Cargo.toml", "Cargo.lock"], ["[workspace", "path ", "path=", "[lib]"]),
        },
        new("bundle install", x => x.Program == "bundle" && IsInstall(x), "Gemfile Gemfile.lock", "/usr/local/bundle/cache")
        {
            Reads = Always(["Gemfile", "Gemfile.lock", ".ruby-version"], ["path:", "path ", "gemspec", "eval_gemfile"]),
        },
        new("composer install", x => x.Is("composer", "install"), "composer.json composer.lock", "/root/.composer/cache")
        {
            Alone = x => HasVerbOnly(x) ? "composer install --no-scripts --no-autoloader" : null,
            Reads = Always(["composer.json", "composer.lock"], ["\"path\""]),
        },
        new(
            "maven",
            x => x.Program is "mvn" or "mvnw" && x.Words.Any(y => y.StartsWith("dependency:", StringComparison.Ordinal)),
            "pom.xml",
            "/root/.m2"
        )
        {
            Builds = x => x.Is("mvn", "package", "install", "verify", "compile") && HasVerbOnly(x),
            // Its wrapper reads files of its own.
            Alone = x =>
                x.Is("mvn", "dependency:go-offline", "dependency:resolve") ? x.Text
                : x.Program == "mvn" ? "mvn dependency:go-offline"
                : null,
            Reads = Always(["pom.xml"], Modules),
        },
    ];

    /// <summary>Whether a command installs the dependencies on its way to something else.</summary>
    public Func<ShellCommand, bool> Builds { get; private init; } = _ => false;

    /// <summary>The installation as it should stand in a line of its own; null when that cannot be told.</summary>
    public Func<ShellCommand, string?> Alone { get; private init; } = x => HasVerbOnly(x) ? x.Text : null;

    /// <summary>What it reads; null when nobody can tell.</summary>
    public Func<ShellCommand, ManifestFiles?> Reads { get; private init; } = _ => null;

    /// <summary>The one whose installation a command is; null when it is none.</summary>
    /// <param name="command">The command.</param>
    public static PackageManager? Of(ShellCommand command) => Known.FirstOrDefault(x => x.Installs(command));

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

    // Both install when nothing is said.
    private static bool IsInstall(ShellCommand command) =>
        command.Operands.FirstOrDefault() is null or "install" && !command.Has("--version", "-v");

    private static bool HasVerbOnly(ShellCommand command) => command.Operands.Count() == 1;

    private static Func<ShellCommand, ManifestFiles?> Always(string[] names, string[] unless) => _ => new ManifestFiles(names, unless);

    // What it is told to read, unless it is told to install something else as well.
    private static ManifestFiles? Requirements(ShellCommand command)
    {
        var rest = command.Words.ToArray() switch
        {
            ["pip" or "pip3", "install", .. var arguments] => arguments,
            ["python" or "python3", "-m", "pip", "install", .. var arguments] => arguments,
            _ => [],
        };
        var files = rest.Zip(rest.Skip(1)).Where(x => x.First is "-r" or "--requirement").Select(x => x.Second).ToArray();
        var others = rest.Where((x, i) => !x.StartsWith('-') && (i == 0 || rest[i - 1] is not ("-r" or "--requirement")));
        return files.Length > 0 && !others.Any() && files.All(x => !x.StartsWith('/') && !x.StartsWith("..", StringComparison.Ordinal))
            ? new ManifestFiles(files, ["-e ", "--editable", "-r ", "--requirement", "-c ", "--constraint", "file:", "./"])
            : null;
    }
}
