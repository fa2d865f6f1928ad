using System.Diagnostics;
using Nuke.DockerSlim.Advising;

namespace Nuke.DockerSlim.Tests.Advising;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Changes_stand_among_three_lines_of_what_stays() =>
        Assert.Equal(
            """
            --- a/x
            +++ b/x
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """,
            UnifiedDiff.Of("x", Numbers(1, 12), Numbers(1, 12).Replace("5\n", "five\n", StringComparison.Ordinal))
        );

    [Fact]
    public void A_new_file_comes_from_nothing() =>
        Assert.Equal("--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n", UnifiedDiff.Of("x", null, "a\nb\n"));

    [Fact]
    public void Equal_texts_have_none() => Assert.Empty(UnifiedDiff.Of("x", "a", "a"));

    [Theory]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\r\nb\r\n", "a\nb\r\n")]
    [InlineData("", "a")]
    [InlineData("a\n", "")]
    public void Line_ends_count(string before, string after) =>
        Assert.Contains("@@", UnifiedDiff.Of("x", before, after), StringComparison.Ordinal);

    [LinuxFact]
    public void The_patch_program_takes_what_it_makes()
    {
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var folder = Directory.CreateTempSubdirectory("slim-diff-");
            try
            {
                var file = Path.Combine(folder.FullName, "x");
                File.WriteAllText(file, before);
                File.WriteAllText(Path.Combine(folder.FullName, "diff"), UnifiedDiff.Of("x", before, after));
                using var patch = Process.Start(
                    new ProcessStartInfo("git", ["apply", "--unidiff-zero", "diff"]) { WorkingDirectory = folder.FullName }
                )!;
                patch.WaitForExit();
                Assert.Equal(before == after ? 128 : 0, patch.ExitCode);
                Assert.Equal(after, File.ReadAllText(file));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => $"{random.Next(6)}\n")) + (random.Next(2) == 0 ? "end" : "");

    private static string Numbers(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(x => $"{x}\n"));
}
