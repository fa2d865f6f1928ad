namespace Nuke.DockerSlim.Measuring;

/// <summary>A command that installs dependencies, and what it reads of the build context.</summary>
/// <param name="Command">The command as it should stand in a line of its own.</param>
/// <param name="Files">The files that it reads, in its folder; the first must be there. Empty: none at all.</param>
/// <param name="Unless">Texts in those files that say it reads more than them: it is left where it is.</param>
/// <param name="IsSame">Whether <paramref name="Command" /> is the one that was run: another only gets what that one needs.</param>
/// <param name="Kind">The files in words, where their names are the project's own; null otherwise.</param>
internal sealed record Installation(string Command, string[] Files, string[] Unless, bool IsSame = true, string? Kind = null)
{
    // Options that lead to another folder or to a file that they name.
    private static readonly string[] Elsewhere =
    [
        "--prefix",
        "-C",
        "--cwd",
        "--dir",
        "--directory",
        "--chdir",
        "-f",
        "--file",
        "-d",
        "--working-dir",
        "--manifest-path",
        "--gemfile",
        "--modules-folder",
        "--configfile",
    ];

    private static readonly HashSet<string> Harmless =
    [
        "set",
        "echo",
        "true",
        "mkdir",
        "corepack",
        "update-ca-certificates",
        "chown",
        "chmod",
        "rm",
    ];

    // Scripts of the package itself, packages that lie beside it.
    private static readonly string[] Npm =
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

    /// <summary>What a command installs; null when it is no installation, or reads what nobody can tell from its words.</summary>
    /// <param name="words">The command's words.</param>
    public static Installation? Of(string[] words)
    {
        words = words is ["yarn" or "bundle"] ? [words[0], "install"] : words;
        // What the shell puts in may be anything of the context.
        if (
            words.Length < 2
            || words.Any(x => x.Contains('$') || x.Contains('`') || x.Contains('<') || Elsewhere.Contains(x.Split('=')[0]))
        )
            return null;
        var command = string.Join(' ', words);
        var (program, verb) = (words[0], words.Skip(1).FirstOrDefault(x => !x.StartsWith('-')));
        var names = words.Skip(1).Where(x => !x.StartsWith('-')).Skip(1).ToArray();
        return (program, verb) switch
        {
            ("npm", "ci") or ("npm", "install" or "i") when names.Length == 0 => new(
                command,
                ["package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc"],
                Npm
            ),
            ("yarn", "install") when names.Length == 0 => new(
                command,
                ["package.json", "yarn.lock", ".npmrc", ".yarnrc"],
                [.. Npm, "\"packageManager\": \"yarn@"]
            ),
            ("pnpm", "install" or "i") when names.Length == 0 => new(
                command,
                ["package.json", "pnpm-lock.yaml", ".npmrc"],
                [.. Npm, "\"patchedDependencies\""]
            ),
            ("dotnet", "restore") => new(
                command,
                [],
                [],
                Kind: "the solution and project files, each into its folder, with nuget.config, global.json and Directory.*.props where there are"
            ),
            ("go", "mod") when names is ["download"] => new(command, ["go.mod", "go.sum"], ["=> ./", "=> ../"]),
            ("bundle", "install") when names.Length == 0 => new(
                command,
                ["Gemfile", "Gemfile.lock", ".ruby-version"],
                ["path:", "path ", "gemspec", "eval_gemfile"]
            ),
            ("composer", "install") when names.Length == 0 => new(
                "composer install --no-scripts --no-autoloader",
                ["composer.json", "composer.lock"],
                ["\"path\""],
                IsSame: false
            ),
            ("cargo", "build" or "fetch") when names.Length == 0 => new(
                "cargo fetch (on an empty src/main.rs)",
                ["Cargo.toml", "Cargo.lock"],
                ["[workspace", "path ", "path=", "[lib]"],
                IsSame: false
            ),
            ("mvn", "package" or "install" or "verify" or "compile") when names.Length == 0 => new(
                "mvn dependency:go-offline",
                ["pom.xml"],
                ["<modules>", "<relativePath>", "<systemPath>"],
                IsSame: false
            ),
            ("mvn", "dependency:go-offline" or "dependency:resolve") => new(
                command,
                ["pom.xml"],
                ["<modules>", "<relativePath>", "<systemPath>"]
            ),
            ("apt-get" or "apt", _) or ("apk", _) => Packages(words),
            _ => Python(words),
        };
    }

    /// <summary>Whether a command that stands beside an installation may stand beside it elsewhere, too: it reads nothing of the context.</summary>
    /// <param name="words">The command's words.</param>
    public static bool IsHarmless(string[] words) =>
        words
            is ["npm" or "yarn" or "pnpm" or "pip" or "pip3", "cache" or "config", ..]
                or ["apt-get" or "apt" or "apk", "update" or "clean", ..]
        || (
            Harmless.Contains(words[0])
            && words.Skip(1).All(x => x.StartsWith('-') || x.StartsWith('/') || words[0] is "echo" or "set" or "corepack")
        );

    // Names of packages, not files: what has a slash or ends like a package is taken from the context.
    private static Installation? Packages(string[] words)
    {
        var names = words.Skip(1).Where(x => !x.StartsWith('-')).ToArray();
        return
            names is ["install" or "add", _, ..]
            && names.All(x =>
                !x.Contains('/') && !x.EndsWith(".deb", StringComparison.Ordinal) && !x.EndsWith(".apk", StringComparison.Ordinal)
            )
            ? new(string.Join(' ', words), [], [])
            : null;
    }

    private static Installation? Python(string[] words)
    {
        var rest = words switch
        {
            ["pip" or "pip3", "install", .. var arguments] => arguments,
            ["python" or "python3", "-m", "pip", "install", .. var arguments] => arguments,
            _ => null,
        };
        if (rest is null)
            return null;
        var files = rest.Zip(rest.Skip(1)).Where(x => x.First is "-r" or "--requirement").Select(x => x.Second).ToArray();
        var others = rest.Where((x, i) => !x.StartsWith('-') && (i == 0 || rest[i - 1] is not ("-r" or "--requirement")));
        return files.Length > 0 && !others.Any() && files.All(x => !x.StartsWith('/') && !x.StartsWith("..", StringComparison.Ordinal))
            ? new(string.Join(' ', words), files, ["-e ", "--editable", "-r ", "--requirement", "-c ", "--constraint", "file:", "./"])
            : null;
    }
}
