using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class BudgetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("budget-file-").FullName;

    private string Path => System.IO.Path.Combine(_folder, ".nuke", "parameters.json");

    [Fact]
    public void Everything_else_stays_as_it_is()
    {
        Write(
            "{\n  \"$schema\": \"build.schema.json\",\n  \"BudgetLimits\": [ \"Shop:Download-Size=80MB\", \"warm-build=5s\" ],\n  \"Solution\": \"ä.sln\"\n}"
        );

        new BudgetFile(Path).Write([new("shop:download-size", "80.0 MB", "67.4MB"), new("shop:unpacked-size", null, "9.1MB")], []);

        Assert.Equal(
            """
            {
              "$schema": "build.schema.json",
              "BudgetLimits": [
                "shop:download-size=67.4MB",
                "warm-build=5s",
                "shop:unpacked-size=9.1MB"
              ],
              "Solution": "ä.sln"
            }

            """,
            File.ReadAllText(Path).ReplaceLineEndings("\n")
        );
        Assert.Equal(["shop:download-size=67.4MB", "warm-build=5s", "shop:unpacked-size=9.1MB"], new BudgetFile(Path).Read());
    }

    [Fact]
    public void A_missing_file_is_made_and_reasons_are_kept_in_order()
    {
        var file = new BudgetFile(Path);
        Assert.Empty(file.Read());

        file.Write([new("a:download-size", null, "1.0MB")], ["first"]);
        file.Write([new("a:download-size", null, "2.0MB")], ["second: \"a\" & b"]);

        Assert.Equal(["a:download-size=2.0MB"], file.Read());
        Assert.Contains("\"first\",\n    \"second: \\\"a\\\" & b\"", File.ReadAllText(Path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{", "cannot be read")]
    [InlineData("{ \"BudgetLimits\": 3 }", "BudgetLimits is no list of texts")]
    [InlineData("{ \"BudgetLimits\": [ null ] }", "BudgetLimits is no list of texts")]
    public void What_is_not_understood_stays_as_it_is(string content, string problem)
    {
        Write(content);

        var e = Assert.Throws<InputException>(() => new BudgetFile(Path).Write([new("a:download-size", null, "1.0MB")], []));

        Assert.Contains(problem, e.Message);
        Assert.Equal(content, File.ReadAllText(Path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, content);
    }
}
