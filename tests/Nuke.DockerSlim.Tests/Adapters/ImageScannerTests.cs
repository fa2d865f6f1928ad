using System.Text;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>Programs on the path.</summary>
public sealed class ImageScannerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private ImageScanner Scanner =>
        new(_folder.Path, new EngineAddress("unix:///here.sock", "a test"), $"{_folder["none"]}:{_folder.Path}");

    [Fact]
    public void The_first_that_is_installed_is_found_and_a_file_that_cannot_be_started_is_none()
    {
        Assert.Null(Scanner.Find(["trivy", "grype"]));
        Install("grype", "true");
        _folder.Write("trivy", "text");
        Assert.Equal("grype", Scanner.Find(["trivy", "grype"]));
        Install("trivy", "true");
        Assert.Equal("trivy", Scanner.Find(["trivy", "grype"]));
    }

    [Fact]
    public async Task What_it_writes_says_and_ends_in_is_told_and_it_asks_the_engine_of_the_run()
    {
        Install("trivy", "echo \"$DOCKER_HOST $*\"; pwd; echo 'no database' >&2; exit 3");
        var output = await Scanner.RunAsync("trivy", ["image", "a b"], CancellationToken.None);
        Assert.Equal((3, "no database\n"), (output.ExitCode, output.Errors));
        Assert.StartsWith("unix:///here.sock image a b\n", Encoding.UTF8.GetString(output.Output.Span));
    }

    [Fact]
    public async Task Much_on_both_pipes_is_read_and_of_the_errors_the_end_is_kept()
    {
        Install("trivy", "i=0; while [ $i -lt 2000 ]; do echo 0123456789012345678901234567890123456789 >&2; echo $i; i=$((i+1)); done");
        var output = await Scanner.RunAsync("trivy", [], CancellationToken.None);
        Assert.Equal(2000, Encoding.UTF8.GetString(output.Output.Span).Count(x => x == '\n'));
        Assert.InRange(output.Errors.Length, 1, 8_000);
    }

    [Fact]
    public async Task Being_given_up_it_ends()
    {
        Install("trivy", "exec sleep 300");
        using var given = new CancellationTokenSource();
        var run = Scanner.RunAsync("trivy", [], given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    public void Dispose() => _folder.Dispose();

    private void Install(string name, string script)
    {
        _folder.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
