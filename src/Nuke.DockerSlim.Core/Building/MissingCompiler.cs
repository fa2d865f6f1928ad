using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Building;

/// <summary>Tells from what a failed step wrote that it was to compile something and had no compiler, as installations of native modules do on a slim base.</summary>
internal static partial class MissingCompiler
{
    /// <summary>What the step lacked: <c>gcc</c>, <c>make</c>; null where it lacked no compiler.</summary>
    /// <param name="output">The last lines that the step wrote.</param>
    public static string? Find(IReadOnlyList<string> output) =>
        output
            .Select(x => NotFound().Match(x))
            .Where(x => x.Success)
            .Select(x => Name(x.Groups["a"].Value + x.Groups["b"].Value + x.Groups["c"].Value))
            .FirstOrDefault();

    private static string Name(string program) => program[(program.LastIndexOf('/') + 1)..];

    // A shell's words (gcc: not found; gcc: command not found), setuptools' (command 'gcc' failed: No such file or directory; unable to execute 'gcc'),
    // node-gyp's and cargo's (not found: make; linker `cc` not found).
    [GeneratedRegex(
        $$"""
            \b(?<a>{{Tools}}):\ (?:command\ )?not\ found\b
            |(?:command|execute|linker)\ ['`](?<b>(?:/[\w/.-]*/)?{{Tools}})['`](?:\ failed)?:?\ (?:No\ such\ file|not\ found)
            |\bnot\ found:\ (?<c>{{Tools}})\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotFound();

    private const string Tools = @"(?:[a-z0-9_]+-linux-[a-z]+-)?(?:gcc|g\+\+|cc|c\+\+|clang|make|cmake)(?:-[0-9]+)?";
}
