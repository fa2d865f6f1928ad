using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>Compilers and their like are installed in a stage whose layers are the image's.</summary>
internal sealed class BuildToolInProduction() : DockerfileRule("build-tool-in-production", FindingSeverity.Warning)
{
    private static readonly HashSet<string> Tools =
    [
        "build-essential",
        "build-base",
        "gcc",
        "g++",
        "clang",
        "make",
        "cmake",
        "autoconf",
        "automake",
        "libtool",
        "ninja-build",
        "pkg-config",
        "python3-dev",
        "python-dev",
        "libc6-dev",
        "libc-dev",
        "musl-dev",
        "linux-headers",
        "git",
        "golang",
        "golang-go",
        "cargo",
        "rustc",
        "maven",
        "gradle",
        "default-jdk",
        "openjdk-17-jdk",
        "openjdk-21-jdk",
        "dotnet-sdk-8.0",
        "dotnet-sdk-9.0",
        "dotnet-sdk-10.0",
        "gcc-c++",
        "subversion",
    ];

    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var run in file.ProductionChain.SelectMany(x => x.Instructions))
        {
            var commands = file.Commands(run);
            foreach (var command in commands.Where(IsInstallation))
            {
                var tools = command.Operands.Skip(1).Select(x => x.Split('=', ':')[0]).Where(Tools.Contains).ToArray();
                // Installed and removed by the same RUN, they are in no layer.
                if (tools.Length > 0 && !commands.Any(x => Removes(x, tools, command)))
                    yield return new RuleHit(
                        command.Line,
                        $"{string.Join(", ", tools)} {(tools.Length == 1 ? "is" : "are")} installed in the production image.",
                        "Install build tools in a builder stage and copy from there only what they made."
                    );
            }
        }
    }

    private static bool IsInstallation(ShellCommand command) =>
        command.Program is "apt-get" or "apt" or "dnf" or "yum" or "microdnf" && command.Operands.FirstOrDefault() == "install"
        || command.Is("apk", "add");

    private static bool Removes(ShellCommand command, string[] tools, ShellCommand installation) =>
        command.Operands.FirstOrDefault() is "remove" or "purge" or "autoremove" or "del" or "erase"
        && command.Program == installation.Program
        && (tools.All(command.Words.Contains) || Virtual(installation) is { } name && command.Words.Contains(name));

    // apk add --virtual .build gcc make; apk del .build
    private static string? Virtual(ShellCommand command) =>
        command.Words.SkipWhile(x => x is not ("--virtual" or "-t")).Skip(1).FirstOrDefault();
}
