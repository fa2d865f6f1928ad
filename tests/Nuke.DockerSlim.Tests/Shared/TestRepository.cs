using System.Diagnostics;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>A git repository in a folder, by somebody whom no configuration of the machine's knows.</summary>
/// <param name="folder">The folder.</param>
internal sealed class TestRepository(string folder)
{
    public async Task InitAsync() => await GitAsync("init", "--quiet", "--initial-branch=main");

    /// <summary>Commits all that is there; its hash.</summary>
    public async Task<string> CommitAsync(string message = "change")
    {
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        string[] settings = ["user.name=a", "user.email=a@example.com", "commit.gpgsign=false", "protocol.file.allow=always"];
        var start = new ProcessStartInfo("git", ["-C", folder, .. settings.SelectMany(x => (string[])["-c", x]), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.True(git.ExitCode == 0, await error);
        return output.Trim();
    }
}
