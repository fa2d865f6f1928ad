using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Tests.Commenting;
using Nuke.DockerSlim.Tests.Inspecting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Pages;

public sealed class PageDocumentTests
{
    [Fact]
    public void Without_its_script_it_reads_as_this() =>
        GoldenFile.Holds("page-full.html", new PageParts(PageDocument.Of(SamplePages.Full)).Static);

    [Fact]
    public void What_is_not_known_has_no_section() =>
        GoldenFile.Holds("page-least.html", new PageParts(PageDocument.Of(SamplePages.Least)).Static);

    [Fact]
    public void The_policy_lets_one_script_and_one_style_run_and_nothing_be_loaded()
    {
        var page = new PageParts(PageDocument.Of(SamplePages.Full));
        var policy = Regex.Match(page.Page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; ", policy);
        Assert.Contains($"script-src '{Hash(page, "script")}';", policy);
        Assert.Contains($"style-src '{Hash(page, "style")}';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
        // A style or a handler in an attribute would be refused.
        Assert.DoesNotMatch(@"<[^>]*\s(style|on\w+)=", page.Static);
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var page = new PageParts(PageDocument.Of(SamplePages.Full));
        Assert.DoesNotMatch(@"\b(src|srcset|action|poster)=", page.Static);
        Assert.All(Regex.Matches(page.Static, "href=\"([^\"]*)\"").Select(x => x.Groups[1].Value), x => Assert.Matches("^(#|data:,$)", x));
        Assert.DoesNotMatch(
            @"fetch|XMLHttpRequest|import\(|WebSocket|@import|url\(|innerHTML|outerHTML|insertAdjacent|eval\(",
            PageAssets.Script
        );
        Assert.DoesNotMatch(@"@import|url\(", PageAssets.Style);
    }

    [Fact]
    public void Data_is_what_was_measured()
    {
        var page = new PageParts(PageDocument.Of(SamplePages.Full));
        using var data = JsonDocument.Parse(page.Blocks.Single(x => x.Tag.EndsWith("id=\"data\"", StringComparison.Ordinal)).Text);
        Assert.Equal(5, data.RootElement.GetProperty("layers").GetArrayLength());
        Assert.Equal(
            ["cold", "warm"],
            data.RootElement.GetProperty("builds").EnumerateArray().Select(x => x.GetProperty("name").GetString())
        );
        Assert.Equal(5, data.RootElement.GetProperty("builds")[0].GetProperty("steps").GetArrayLength());
        using var files = JsonDocument.Parse(page.Blocks.Single(x => x.Tag.EndsWith("id=\"files-data\"", StringComparison.Ordinal)).Text);
        Assert.Equal(7, files.RootElement.GetProperty("files").GetInt32());
    }

    [Fact]
    public void No_text_becomes_markup()
    {
        var source = SamplePages.Full with { History = null, Runs = null };
        var harmless = Parts(source, "", () => "x");
        var hostile = new HostileText(seed: 9);
        for (var i = 0; i < 60; i++)
        {
            var page = Parts(source, "</script><script>alert(1)</script>", hostile.Next);
            Assert.Equal(harmless.Blocks.Select(x => x.Tag), page.Blocks.Select(x => x.Tag));
            Assert.Equal(harmless.Tags, page.Tags);
            Assert.Empty(page.Stray);
            // Neither turns lines around nor hides anything.
            Assert.DoesNotMatch("[\\u0000-\\u0008\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]", page.Static);
            Assert.All(
                page.Blocks.Where(x => x.Tag.Contains("json", StringComparison.Ordinal)),
                x =>
                {
                    JsonDocument.Parse(x.Text).Dispose();
                    Assert.DoesNotContain('<', x.Text);
                }
            );
        }
    }

    [Fact]
    public void The_judge_sees_what_it_looks_for()
    {
        Assert.NotEmpty(new PageParts("<p>a > b</p>").Stray);
        Assert.NotEmpty(new PageParts("<p>&copy;</p>").Stray);
        Assert.NotEqual(new PageParts("<p>a</p>").Tags, new PageParts("<p><b>a</b></p>").Tags);
    }

    [Theory]
    [InlineData("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;")]
    [InlineData("exe.\u202Etxt", "exe.\\u{202E}txt")]
    [InlineData("a\u2028b\0c", "a\\u{2028}b\\u{0}c")]
    [InlineData("漢字 é \U0001F600", "漢字 é \U0001F600")]
    public void Texts_are_shown_as_they_are(string text, string html) => Assert.Equal(html, HtmlText.Of(text));

    [Fact]
    public void Lone_surrogates_are_shown_as_unknown() => Assert.Equal("a\uFFFDb", HtmlText.Of("a\ud800b"));

    [Fact]
    public void Long_texts_are_cut() => Assert.Equal(new string('x', 400) + "…", HtmlText.Of(new string('x', 4_000)));

    [Fact]
    public void Names_of_files_are_data()
    {
        string[] names = ["<", "<script>alert(1)<", "\udc80", "a\u2028b", "\u202Egnp.exe", "<!--", new string('n', 4_000)];
        var map = FileMapBuilder.Of(ManyFiles.Named(names));
        var json = map.ToJson(Samples.Digest('2'));
        Assert.DoesNotContain('<', json);
        using var read = JsonDocument.Parse(json);
        var shown = read.RootElement.GetProperty("names").EnumerateArray().Select(x => x.GetString()!).ToArray();
        Assert.Contains("a\u2028b", shown);
        Assert.Contains("<!--", shown);
        Assert.All(shown, x => Assert.InRange(x.Length, 1, 125));
    }

    // What was told apart stays so: rows are found by their names.
    private static PageParts Parts(PageSource source, string before, Func<string> text)
    {
        var numbers = new Dictionary<string, string>();
        string Exchanged(string old) =>
            numbers.TryGetValue(old, out var known) ? known : numbers[old] = $"{before}{text()}x{numbers.Count}";
        return new(PageDocument.Of(source with { Report = HostileReport.Of(source.Report, Exchanged), Dockerfile = null }));
    }

    private static string Hash(PageParts page, string tag) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Blocks.Single(x => x.Tag == tag).Text)))}";
}
