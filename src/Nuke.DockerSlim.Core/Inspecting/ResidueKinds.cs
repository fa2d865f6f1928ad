namespace Nuke.DockerSlim.Inspecting;

/// <summary>The kinds of residue, told by paths alone. The first that fits counts.</summary>
internal static class ResidueKinds
{
    private const string CacheMount = "Mount a cache where it is filled (RUN --mount=type=cache,target=...), or remove it in the same RUN.";
    private const string BuilderStage = "Build in a builder stage, and copy from there only what runs.";
    private const string NotCopied = "Don't copy it into production: name what is needed, and list the rest in .dockerignore.";

    private static readonly HashSet<string> Compilers =
    [
        "gcc",
        "g++",
        "cc",
        "c++",
        "cpp",
        "cc1",
        "cc1plus",
        "clang",
        "clang++",
        "make",
        "cmake",
        "ninja",
        "go",
        "gofmt",
        "rustc",
        "cargo",
        "javac",
        "ld.bfd",
        "ld.gold",
        "as",
        "tsc",
    ];

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<ResidueKind> All { get; } =
    [
        new("version-control", NotCopied, x => Segment(x, ".git", ".svn", ".hg", ".bzr")),
        new("apt-lists", "End the RUN that calls apt-get update with rm -rf /var/lib/apt/lists/*.", x => Under(x, "var/lib/apt/lists")),
        new("apt-cache", "End the RUN with apt-get clean, or mount a cache.", x => Under(x, "var/cache/apt")),
        new("apk-cache", "Use apk add --no-cache.", x => Under(x, "var/cache/apk", "etc/apk/cache")),
        new("dnf-cache", "End the RUN with dnf clean all.", x => Under(x, "var/cache/dnf", "var/cache/yum", "var/cache/libdnf5")),
        new("npm-cache", CacheMount, x => Home(x, ".npm")),
        new(
            "yarn-cache",
            CacheMount,
            x => Under(x, "usr/local/share/.cache/yarn") is > 0 and var depth ? depth : Home(x, ".cache/yarn", ".yarn/berry/cache")
        ),
        new("pnpm-store", CacheMount, x => Segment(x, ".pnpm-store") is > 0 and var depth ? depth : Home(x, ".local/share/pnpm/store")),
        new("pip-cache", "Install with --no-cache-dir, or mount a cache (target=/root/.cache/pip).", x => Home(x, ".cache/pip")),
        new("nuget-cache", BuilderStage, x => Home(x, ".nuget", ".local/share/NuGet")),
        new("maven-cache", BuilderStage, x => Home(x, ".m2")),
        new("gradle-cache", BuilderStage, x => Home(x, ".gradle")),
        new("go-cache", BuilderStage, x => Under(x, "go/pkg/mod") is > 0 and var depth ? depth : Home(x, ".cache/go-build", "go/pkg/mod")),
        new(
            "cargo-cache",
            BuilderStage,
            x => Under(x, "usr/local/cargo/registry") is > 0 and var depth ? depth : Home(x, ".cargo/registry")
        ),
        new("compiler", BuilderStage, Compiler),
        new(
            "package-manager-npm",
            "Production needs node alone: remove npm in the base image, or use a base without it.",
            x => Under(x, "usr/local/lib/node_modules/npm", "usr/lib/node_modules/npm", "opt/yarn-v1.22.22")
        ),
        new(
            "key-file",
            "Give keys when the service starts, or to the build as a secret mount; what a layer holds, everybody can read who pulls it.",
            Key
        ),
        new(
            "python-cache",
            "Set PYTHONDONTWRITEBYTECODE=1 while building, if starting once without them is quick enough.",
            x => Segment(x, "__pycache__")
        ),
        new(
            "python-build-packages",
            "Install into a prefix in a builder stage, and copy that alone.",
            x => SitePackage(x, "pip", "setuptools", "wheel")
        ),
        new(
            "source-maps",
            "Don't copy *.map files, or don't make them for production.",
            x => EndsIn(x, ".js.map", ".css.map", ".mjs.map", ".cjs.map") ? Folder(x) : 0
        ),
        new(
            "debug-symbols",
            "Leave symbol files out (for .NET: DebugType none or embedded in Release), or strip the binaries.",
            x => EndsIn(x, ".pdb", ".debug", ".dSYM") ? Folder(x) : Under(x, "usr/lib/debug")
        ),
        new("static-libraries", BuilderStage, x => EndsIn(x, ".a", ".la", ".lib") ? Folder(x) : 0),
        new("headers", BuilderStage, x => Under(x, "usr/include", "usr/local/include")),
        new(
            "documentation",
            "Remove it in the RUN that installs it, or tell the package manager (dpkg: path-exclude /usr/share/doc/*).",
            x => Under(x, "usr/share/doc", "usr/share/man", "usr/share/info", "usr/share/gtk-doc", "usr/local/share/man")
        ),
        new("locales", "Remove what is not used in the RUN that installs it.", x => Under(x, "usr/share/locale", "usr/share/i18n")),
        new(
            "tests",
            NotCopied,
            x =>
                IsDependency(x) ? 0
                : Segment(x, "__tests__", "tests", "test") is > 0 and var depth && depth > 1 && !IsSystem(x) ? depth
                : 0
        ),
        new("sources", "Copy what was compiled, not what it was compiled from.", Source),
        new(
            "logs",
            "Remove logs in the RUN that writes them.",
            x => Under(x, "var/log") is > 0 and var depth ? depth : Segment(x, ".npm/_logs")
        ),
        new("temporary-files", "Remove them in the RUN that makes them, or mount a tmpfs on /tmp.", x => Under(x, "tmp", "var/tmp")),
    ];

    private static int Under(ReadOnlySpan<string> path, params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
            if (Below(path, folder) is > 0 and var depth)
                return depth;
        return 0;
    }

    // For each file of an image and each of these folders: nothing may be made for it.
    private static int Below(ReadOnlySpan<string> path, string folder)
    {
        var depth = 0;
        foreach (var name in folder.AsSpan().Split('/'))
        {
            if (depth >= path.Length - 1 || !folder.AsSpan(name).SequenceEqual(path[depth]))
                return 0;
            depth++;
        }
        return depth;
    }

    /// <summary>In the home folder of whoever it is: root's, or one below home.</summary>
    private static int Home(string[] path, params ReadOnlySpan<string> folders)
    {
        var home =
            path is ["root", ..] ? 1
            : path is ["home", _, ..] ? 2
            : 0;
        return home > 0 && Under(path.AsSpan(home), folders) is > 0 and var depth ? home + depth : 0;
    }

    private static int Segment(string[] path, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < path.Length - 1; i++)
            if (names.Contains(path[i]))
                return i + 1;
        return 0;
    }

    private static bool EndsIn(string[] path, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (path[^1].EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>The folder a scattered kind is summed up under: that of installed dependencies, else the file's own.</summary>
    private static int Folder(string[] path)
    {
        var dependencies = Array.IndexOf(path, "node_modules");
        return dependencies >= 0 ? dependencies + 1 : Math.Max(1, Math.Min(3, path.Length - 1));
    }

    private static int Compiler(string[] path) =>
        path is ["usr", "lib" or "libexec", "gcc", _, ..] ? 3
        : path is ["usr", "local", "go", _, ..] ? 3
        : path is ["usr", "lib", var go, _, ..] && go.StartsWith("go-", StringComparison.Ordinal) ? 3
        : path is ["usr", "lib", var llvm, _, ..] && llvm.StartsWith("llvm", StringComparison.Ordinal) ? 3
        : path is ["usr", "share" or "lib", "dotnet", "sdk", _, ..] ? 4
        : path is ["usr", "local", "rustup" or "cargo", _, ..] ? 3
        : (path is ["usr", "bin", _] or ["usr", "local", "bin", _] or ["bin", _]) && IsCompiler(path[^1]) ? path.Length
        : 0;

    // Debian's are called x86_64-linux-gnu-gcc-12 and the like.
    internal static bool IsCompiler(string program)
    {
        var name =
            program.StartsWith("x86_64-linux-gnu-", StringComparison.Ordinal) ? program["x86_64-linux-gnu-".Length..]
            : program.StartsWith("aarch64-linux-gnu-", StringComparison.Ordinal) ? program["aarch64-linux-gnu-".Length..]
            : program;
        var dash = name.LastIndexOf('-');
        return Compilers.Contains(name)
            || (dash > 0 && Compilers.Contains(name[..dash]) && name.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0);
    }

    private static int Key(string[] path) =>
        path[^1] is ".env" or "id_rsa" or "id_ed25519" or "id_ecdsa" or ".netrc" or ".pypirc" or ".git-credentials"
        || (EndsIn(path, ".key", ".pfx", ".p12", ".jks") && !IsSystem(path) && !IsDependency(path))
            ? path.Length
            : 0;

    private static int SitePackage(string[] path, params ReadOnlySpan<string> names)
    {
        var folder = Array.FindIndex(path, x => x is "site-packages" or "dist-packages");
        return folder >= 0 && path.Length > folder + 2 && names.Contains(path[folder + 1].Split('-')[0]) ? folder + 2 : 0;
    }

    private static int Source(string[] path) =>
        !IsDependency(path)
        && !IsSystem(path)
        && (
            (EndsIn(path, ".ts", ".tsx", ".mts") && !EndsIn(path, ".d.ts", ".d.mts"))
            || EndsIn(path, ".java", ".kt", ".cs", ".csproj", ".fs", ".go", ".c", ".cc", ".cpp", ".rs")
        )
            ? Math.Max(1, Math.Min(2, path.Length - 1))
            : 0;

    private static bool IsDependency(string[] path) =>
        path.AsSpan().IndexOfAny("node_modules", "site-packages", "dist-packages") >= 0 || Array.IndexOf(path, "vendor") >= 0;

    private static bool IsSystem(string[] path) =>
        path[0] is "usr" or "lib" or "etc" or "bin" or "sbin" or "var" or "root" or "lib64" && path is not ["usr", "src", "app", ..];
}
