using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Pages.Browser;

/// <summary>A tab: what it is asked, what it asked for, and what went wrong in it.</summary>
internal sealed class BrowserTab
{
    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserTab(DevTools tools, string target, string session)
    {
        (_tools, _target, _session) = (tools, target, session);
        tools.Happened += Note;
    }

    /// <summary>What its console says: exceptions, refusals by the policy, messages, and dialogs.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>The addresses that it asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<BrowserTab> NewAsync(DevTools tools)
    {
        var target = Text(await tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }), "targetId");
        var session = Text(
            await tools.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }),
            "sessionId"
        );
        var tab = new BrowserTab(tools, target, session);
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
            await tab.SendAsync($"{domain}.enable");
        await tab.ResizeAsync(1280, 900);
        return tab;
    }

    public Task<JsonNode> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    public Task ResizeAsync(int width, int height) =>
        SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = width,
                ["height"] = height,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = width < 600,
            }
        );

    /// <summary>Shows the page as on paper, or as a system in dark mode would have it.</summary>
    public Task AppearAsync(string medium, string theme = "light") =>
        SendAsync(
            "Emulation.setEmulatedMedia",
            new()
            {
                ["media"] = medium,
                ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = theme }),
            }
        );

    public async Task LoadAsync(string address)
    {
        await SendAsync("Page.navigate", new() { ["url"] = address });
        await _loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>The value of an expression.</summary>
    public async Task<T> AskAsync<T>(string expression)
    {
        var answer = await SendAsync(
            "Runtime.evaluate",
            new()
            {
                ["expression"] = expression,
                ["returnByValue"] = true,
                ["awaitPromise"] = true,
            }
        );
        Assert.Null(answer["exceptionDetails"]);
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>Clicks into the middle of an element as a person does.</summary>
    public async Task ClickAsync(string element)
    {
        var place = await AskAsync<string>(
            $"(() => {{ const e = {element}; e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); const r = e.getBoundingClientRect(); return `${{r.x + r.width / 2}} ${{r.y + Math.min(8, r.height / 2)}}`; }})()"
        );
        var at = place.Split(' ').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        foreach (var kind in (string[])["mouseMoved", "mousePressed", "mouseReleased"])
            await SendAsync(
                "Input.dispatchMouseEvent",
                new()
                {
                    ["type"] = kind,
                    ["x"] = at[0],
                    ["y"] = at[1],
                    ["button"] = kind == "mouseMoved" ? "none" : "left",
                    ["clickCount"] = 1,
                }
            );
    }

    /// <summary>Presses a key as a person does.</summary>
    public async Task PressAsync(string key)
    {
        foreach (var kind in (string[])["keyDown", "keyUp"])
        {
            var press = new JsonObject
            {
                ["type"] = kind,
                ["key"] = key,
                ["code"] = key,
            };
            // It is the character that presses a button.
            if (key == "Enter")
                (press["text"], press["windowsVirtualKeyCode"]) = ("\r", 13);
            await SendAsync("Input.dispatchKeyEvent", press);
        }
    }

    public async Task CloseAsync()
    {
        _tools.Happened -= Note;
        await _tools.SendAsync("Target.closeTarget", new() { ["targetId"] = _target });
    }

    private void Note(string? session, string name, JsonNode facts)
    {
        if (session != _session)
            return;
        if (name is "Page.loadEventFired")
            _loaded.TrySetResult();
        else if (name is "Network.requestWillBeSent")
            _requests.Enqueue(Text(facts["request"]!, "url"));
        else if (name is "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" or "Log.entryAdded" or "Page.javascriptDialogOpening")
            _problems.Enqueue(facts.ToJsonString());
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
