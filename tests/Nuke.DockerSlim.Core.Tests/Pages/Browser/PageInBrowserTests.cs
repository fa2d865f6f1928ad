using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Tests.Commenting;

namespace Nuke.DockerSlim.Tests.Pages.Browser;

/// <summary>The page as a person has it before them. Each test ends with a console that has nothing to say.</summary>
public sealed class PageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Crumbs = "[...document.querySelectorAll('.crumbs button')].map(x => x.textContent).join(' > ')";
    private const string Focused = "document.activeElement.getAttribute('aria-label')";

    private readonly string _folder = Directory.CreateTempSubdirectory("slim page ü ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public Task Map_and_timelines_are_drawn() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                Assert.Equal("/ 102.5 kB", await tab.AskAsync<string>(Crumbs));
                Assert.True(await tab.AskAsync<int>("document.querySelectorAll('.cell').length") > 6);
                Assert.Equal(2, await tab.AskAsync<int>("document.querySelectorAll('#timelines h3').length"));
                Assert.Equal(
                    3,
                    await tab.AskAsync<int>("document.querySelectorAll('#timelines section:first-of-type .critical.step').length")
                );
            }
        );

    [BrowserFact]
    public Task A_folder_is_opened_by_a_click_and_left_by_its_way() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                await tab.ClickAsync("document.querySelector('.cell[aria-label^=\"app,\"]')");
                Assert.Equal("/ 102.5 kB > app 9.3 kB", await tab.AskAsync<string>(Crumbs));
                await tab.ClickAsync("document.querySelector('.kids button')");
                Assert.Equal("/ 102.5 kB > app 9.3 kB > node_modules 9.0 kB", await tab.AskAsync<string>(Crumbs));
                await tab.ClickAsync("document.querySelector('.crumbs button')");
                Assert.Equal("/ 102.5 kB", await tab.AskAsync<string>(Crumbs));
            }
        );

    [BrowserFact]
    public Task The_keyboard_does_as_much() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                await tab.AskAsync<bool>("(document.querySelector('.cell[tabindex=\"0\"]').focus(), true)");
                Assert.StartsWith("usr, folder, 93.2 kB", await tab.AskAsync<string>(Focused));
                await tab.PressAsync("ArrowRight");
                Assert.DoesNotMatch("^usr,", await tab.AskAsync<string>(Focused));
                await tab.PressAsync("Backspace");
                Assert.Equal("/ 102.5 kB", await tab.AskAsync<string>(Crumbs));
                await tab.AskAsync<bool>("(document.querySelector('.cell[aria-label^=\"app,\"]').focus(), true)");
                await tab.PressAsync("Enter");
                Assert.Equal("/ 102.5 kB > app 9.3 kB", await tab.AskAsync<string>(Crumbs));
                await tab.PressAsync("Backspace");
                Assert.Equal("/ 102.5 kB", await tab.AskAsync<string>(Crumbs));
                Assert.StartsWith("app,", await tab.AskAsync<string>(Focused));
                Assert.Equal(1, await tab.AskAsync<int>("document.querySelectorAll('.cell[tabindex=\"0\"]').length"));
            }
        );

    [BrowserFact]
    public Task A_layer_is_shown_alone_and_short_steps_on_demand() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                var own = await tab.AskAsync<int>("document.querySelectorAll('.cell.c0').length");
                Assert.True(own > 0);
                await tab.ClickAsync("document.querySelector('.legend button')");
                Assert.Equal("true", await tab.AskAsync<string>("document.querySelector('.legend button').getAttribute('aria-pressed')"));
                Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('.cell.c0').length"));
                await tab.ClickAsync("document.querySelector('.legend button')");
                Assert.Equal(own, await tab.AskAsync<int>("document.querySelectorAll('.cell.c0').length"));
                await tab.ClickAsync("document.querySelector('.more')");
                Assert.Equal(5, await tab.AskAsync<int>("document.querySelectorAll('#timelines section:first-of-type .step').length"));
            }
        );

    [BrowserFact]
    public Task Hostile_texts_and_names_stay_texts()
    {
        var hostile = new HostileText(seed: 11);
        string Text() => hostile.Next() + "</script><script>window.broken = 1</script><img src=x onerror='window.broken = 1'>";
        string[] names = [.. Enumerable.Range(0, 60).Select(x => $"{Text().Replace('/', '∕')}{x}/{new string('n', 4_000)}")];
        var source = SamplePages.Full with
        {
            Report = HostileReport.Of(SamplePages.Full.Report, _ => Text()),
            Files = FileMapBuilder.Of(ManyFiles.Named(names)).ToJson(Samples.Digest('2')),
            Dockerfile = string.Join('\n', Enumerable.Range(0, 40).Select(_ => Text().ReplaceLineEndings(" "))),
        };
        return OnPageAsync(
            source,
            async tab =>
            {
                Assert.Equal("undefined", await tab.AskAsync<string>("typeof window.broken"));
                Assert.Equal(3, await tab.AskAsync<int>("document.querySelectorAll('script').length"));
                Assert.Equal(0, await tab.AskAsync<int>("document.querySelectorAll('img, iframe, form, object, b').length"));
                Assert.True(await tab.AskAsync<bool>("document.querySelector('#map').textContent.includes('<script>')"));
                Assert.True(await tab.AskAsync<bool>("document.querySelector('#timelines').textContent.includes('<script>')"));
                Assert.False(
                    await tab.AskAsync<bool>("/[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)")
                );
                Assert.True(await tab.AskAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            }
        );
    }

    [BrowserFact]
    public Task It_fits_a_phone() =>
        OnPageAsync(
            SamplePages.Full,
            async tab => Assert.Equal(390, await tab.AskAsync<int>("document.documentElement.scrollWidth")),
            tab => tab.ResizeAsync(390, 844)
        );

    [BrowserFact]
    public Task It_follows_the_system_into_the_dark_and_prints_light() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                const string Ground = "getComputedStyle(document.body).backgroundColor";
                Assert.Equal("rgb(15, 19, 23)", await tab.AskAsync<string>(Ground));
                await tab.AppearAsync("print", "dark");
                Assert.Equal("rgb(255, 255, 255)", await tab.AskAsync<string>(Ground));
                Assert.Equal("none", await tab.AskAsync<string>("getComputedStyle(document.querySelector('nav')).display"));
            },
            tab => tab.AppearAsync("screen", "dark")
        );

    [BrowserFact]
    public Task Without_scripts_its_figures_can_be_read() =>
        OnPageAsync(
            SamplePages.Full,
            async tab =>
            {
                var text = (await tab.SendAsync("DOM.getDocument", new() { ["depth"] = -1 })).ToJsonString();
                Assert.Contains("The map of the files is drawn by this page", text);
                Assert.All((string[])["62.1 MB", "within", "the image runs as root", "RUN npm run build"], x => Assert.Contains(x, text));
            },
            tab => tab.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true })
        );

    [BrowserFact]
    public Task The_map_of_sixty_thousand_files_adds_up()
    {
        var map = FileMapBuilder.Of(ManyFiles.Tree(60_000, 6, seed: 3));
        return OnPageAsync(
            SamplePages.Full with
            {
                Files = map.ToJson(Samples.Digest('2')),
            },
            async tab =>
            {
                Assert.Equal($"/ {new Nuke.DockerSlim.Values.ByteSize(map.Bytes).Text}", await tab.AskAsync<string>(Crumbs));
                await tab.ClickAsync("document.querySelector('.cell.folder')");
                Assert.Equal(2, await tab.AskAsync<int>("document.querySelectorAll('.crumbs button').length"));
            }
        );
    }

    private async Task OnPageAsync(PageSource source, Func<BrowserTab, Task> act, Func<BrowserTab, Task>? prepare = null)
    {
        var file = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(file, PageDocument.Of(source));
        var tab = await chromium.OpenAsync(file, prepare);
        try
        {
            await act(tab);
            Assert.Empty(tab.Problems);
            Assert.All(tab.Requests, x => Assert.Matches("^(file:///.*report\\.html|data:,)$", x));
        }
        finally
        {
            await tab.CloseAsync();
        }
    }
}
