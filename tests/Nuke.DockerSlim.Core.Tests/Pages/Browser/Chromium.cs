using System.Diagnostics;
using System.Net.WebSockets;

namespace Nuke.DockerSlim.Tests.Pages.Browser;

/// <summary>
/// A Chromium without a window, with a profile of its own, spoken to in the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/): all that
/// tests need of a browser is in the base library. Chrome, Edge and Debian's chromium all know it.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "DOCKERSLIM_TEST_BROWSER";
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "chrome",
    ];

    private readonly string _profile = Directory.CreateTempSubdirectory("slim-browser-").FullName;
    private Process? _process;
    private DevTools? _tools;

    /// <summary>Null when there is a browser, or when its absence is to fail the test: on a CI machine.</summary>
    public static string? ReasonToSkip { get; } =
        Environment.GetEnvironmentVariable("CI") == "true" || Program is not null
            ? null
            : $"No browser: none of {string.Join(", ", Names)} is on the path. Install Debian's chromium, or name one in {Variable}.";

    private static string? Program =>
        Environment.GetEnvironmentVariable(Variable)
        ?? (
            from name in Names
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            select Path.Combine(folder, name)
        ).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (ReasonToSkip is not null)
            return;
        Assert.True(
            Program is not null,
            $"There is no browser, and under CI=true that is a failure: install Debian's chromium, or name one in {Variable}."
        );
        var start = new ProcessStartInfo(
            Program,
            [
                "--headless=new",
                // Its own sandbox needs rights that containers and root have not; it opens our pages alone.
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                $"--user-data-dir={_profile}",
                "about:blank",
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await socket.ConnectAsync(await AddressAsync(patience.Token), patience.Token);
        _tools = new DevTools(socket);
    }

    /// <summary>Opens a file in a tab of its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="prepare">Done before it is loaded.</param>
    internal async Task<BrowserTab> OpenAsync(string file, Func<BrowserTab, Task>? prepare = null)
    {
        var tab = await BrowserTab.NewAsync(_tools!);
        if (prepare is not null)
            await prepare(tab);
        await tab.LoadAsync(new Uri(file).AbsoluteUri);
        return tab;
    }

    public async Task DisposeAsync()
    {
        if (_tools is not null)
            await _tools.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        // Its children let go of the profile a moment later than it ends.
        for (var tries = 0; Directory.Exists(_profile); tries++)
            try
            {
                Directory.Delete(_profile, recursive: true);
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100);
            }
    }

    // The port that it chose, and the path of the browser itself.
    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(_profile, "DevToolsActivePort");
        while (true)
        {
            Assert.False(_process!.HasExited, "The browser ended before it could be spoken to.");
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellationToken) is [var port, var path, ..])
                return new Uri($"ws://127.0.0.1:{port}{path}");
            await Task.Delay(50, cancellationToken);
        }
    }
}
