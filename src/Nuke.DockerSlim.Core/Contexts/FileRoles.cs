namespace Nuke.DockerSlim.Contexts;

/// <summary>Tells from its path what a file is to those who work on it.</summary>
internal static class FileRoles
{
    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
    {
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        "deno.lock",
        "packages.lock.json",
        "go.sum",
        "Cargo.lock",
        "poetry.lock",
        "uv.lock",
        "pdm.lock",
        "Pipfile.lock",
        "requirements.txt",
        "Gemfile.lock",
        "composer.lock",
        "mix.lock",
        "gradle.lockfile",
        "pubspec.lock",
    };

    private static readonly HashSet<string> Manifests = new(StringComparer.OrdinalIgnoreCase)
    {
        "package.json",
        "Directory.Packages.props",
        "packages.config",
        "go.mod",
        "Cargo.toml",
        "pyproject.toml",
        "Pipfile",
        "setup.py",
        "setup.cfg",
        "Gemfile",
        "composer.json",
        "mix.exs",
        "pom.xml",
        "build.gradle",
        "build.gradle.kts",
        "libs.versions.toml",
        "pubspec.yaml",
        "rebar.config",
    };

    private static readonly HashSet<string> Projects = new(StringComparer.OrdinalIgnoreCase) { ".csproj", ".fsproj", ".vbproj", ".cabal" };

    private static readonly HashSet<string> TestFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test",
        "tests",
        "__tests__",
        "spec",
        "specs",
        "testdata",
        "fixtures",
    };

    /// <summary>What a file is.</summary>
    /// <param name="path">Its path, parted by slashes.</param>
    public static FileRole Of(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        var extension = Path.GetExtension(name);
        if (Locks.Contains(name))
            return FileRole.Lock;
        if (Manifests.Contains(name) || Projects.Contains(extension))
            return FileRole.Manifest;
        if (IsRecipe(name, extension))
            return FileRole.Recipe;
        if (!CommentStyle.IsProgram(name) || name.EndsWith(".d.ts", StringComparison.OrdinalIgnoreCase) || name.Contains(".config."))
            return FileRole.Other;
        return parts[..^1].Any(TestFolders.Contains) || IsTestName(name) ? FileRole.Test : FileRole.Source;
    }

    private static bool IsRecipe(string name, string extension) =>
        name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Containerfile", StringComparison.OrdinalIgnoreCase)
        || extension.Equals(".dockerfile", StringComparison.OrdinalIgnoreCase)
        || extension.Equals(".dockerignore", StringComparison.OrdinalIgnoreCase);

    private static bool IsTestName(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem.EndsWith(".test", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".spec", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith("_test", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith("_spec", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith("Tests", StringComparison.Ordinal)
            || stem.EndsWith("Test", StringComparison.Ordinal)
            || stem.StartsWith("test_", StringComparison.OrdinalIgnoreCase);
    }
}
