namespace Nuke.DockerSlim.Commands;

/// <summary>An installation that can stand in a line of its own, because all is known that it reads of the build context.</summary>
/// <param name="Command">The command as it should stand there.</param>
/// <param name="Reads">The files that it reads; null for none.</param>
/// <param name="IsSame">Whether <paramref name="Command" /> is the one that was run: another only gets what that one needs.</param>
internal sealed record SeparateInstallation(string Command, ManifestFiles? Reads, bool IsSame)
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

    /// <summary>What a command installs; null when it is no installation, or reads what nobody can tell from its words.</summary>
    /// <param name="command">The command.</param>
    public static SeparateInstallation? Of(ShellCommand command)
    {
        // The short form of these two.
        command = command.Words is ["yarn" or "bundle"] ? command with { Words = [command.Program, "install"] } : command;
        // What the shell puts in may be anything of the context, and so may a program that lies in a folder.
        if (
            command.Words.Any(x => x.Contains('$') || x.Contains('`') || x.Contains('<') || Elsewhere.Contains(x.Split('=')[0]))
            || command.Words[0] != command.Program
        )
            return null;
        if (IsOfPackages(command))
            return new SeparateInstallation(command.Text, null, IsSame: true);
        var manager = PackageManager.Known.FirstOrDefault(x => x.Installs(command) || x.Builds(command));
        return manager?.Alone(command) is { } alone && manager.Reads(command) is { } reads
            ? new SeparateInstallation(alone, reads, alone == command.Text)
            : null;
    }

    /// <summary>Whether a command that stands beside an installation may stand beside it elsewhere, too: it reads nothing of the context.</summary>
    /// <param name="command">The command.</param>
    public static bool IsHarmless(ShellCommand command) =>
        command.Words
            is ["npm" or "yarn" or "pnpm" or "pip" or "pip3", "cache" or "config", ..]
                or ["apt-get" or "apt" or "apk", "update" or "clean", ..]
        || (
            Harmless.Contains(command.Words[0])
            && command.Words.Skip(1).All(x => x.StartsWith('-') || x.StartsWith('/') || command.Words[0] is "echo" or "set" or "corepack")
        );

    // Names of the distribution's packages, not files: what has a slash or ends like a package is taken from the context.
    private static bool IsOfPackages(ShellCommand command) =>
        command.Program is "apt-get" or "apt" or "apk"
        && command.Operands.ToArray() is ["install" or "add", _, ..] words
        && words.All(x =>
            !x.Contains('/') && !x.EndsWith(".deb", StringComparison.Ordinal) && !x.EndsWith(".apk", StringComparison.Ordinal)
        );
}
