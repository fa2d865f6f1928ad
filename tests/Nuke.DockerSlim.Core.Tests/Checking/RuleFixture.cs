using System.Text.RegularExpressions;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Checking;

/// <summary>A Dockerfile of <c>tests/fixtures/rules</c>.</summary>
internal sealed record RuleFixture(string Rule, string Name, string[] Lines, CheckedContext? Context)
{
    private const string Secret = "secret ";

    public static string Folder => Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "rules");

    public static IEnumerable<RuleFixture> All =>
        Directory.EnumerateFiles(Folder, "*.Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read);

    public string Text => string.Join('\n', Lines);

    public bool IsBad => Name.StartsWith("bad", StringComparison.Ordinal);

    /// <summary>The lines that must be reported.</summary>
    public int[] Hits => [.. Lines.Index().Where(x => x.Item.Trim() is "# hit" or "# hit-here").Select(x => x.Index + 2)];

    /// <summary>The file other than the Dockerfile that findings name, and how many there are.</summary>
    public (string File, int Count)? Elsewhere =>
        Lines.Select(x => Regex.Match(x, "^# hits in (\\S+): (\\d+)$")).FirstOrDefault(x => x.Success) is { } match
            ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))
            : null;

    public static CheckedDockerfile Parse(string text, CheckedContext? context = null)
    {
        var dockerfile = Dockerfile.Parse(text, []);
        return new CheckedDockerfile(dockerfile, dockerfile.Find("production") ?? dockerfile.Stages[^1], dockerfile.Find("test"), context);
    }

    private static RuleFixture Read(string file)
    {
        var listing = Path.ChangeExtension(file, ".context");
        CheckedContext? context = null;
        if (File.Exists(listing))
        {
            var entries = File.ReadAllLines(listing);
            var ignore = entries.FirstOrDefault(x => x.StartsWith("ignore ", StringComparison.Ordinal));
            string[] secrets = [.. entries.Where(x => x.StartsWith(Secret, StringComparison.Ordinal)).Select(x => x[Secret.Length..])];
            string[] names =
            [
                .. entries.Where(x => x != ignore).Select(x => x.StartsWith(Secret, StringComparison.Ordinal) ? x[Secret.Length..] : x),
            ];
            context = new CheckedContext(ignore?["ignore ".Length..], names) { SecretFiles = secrets };
        }
        return new RuleFixture(
            Path.GetFileName(Path.GetDirectoryName(file)!),
            Path.GetFileNameWithoutExtension(file),
            File.ReadAllLines(file),
            context
        );
    }
}
