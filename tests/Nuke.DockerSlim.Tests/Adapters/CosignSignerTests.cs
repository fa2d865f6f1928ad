using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>How cosign is called, by a program that writes down how; the real one is not to be had here.</summary>
public sealed class CosignSignerTests : IDisposable
{
    private static readonly ImageReference Content = ImageReference
        .Parse("ghcr.io/acme/shop")
        .WithDigest(new("sha256:" + new string('1', 64)));
    private readonly TestFolder _folder = new();

    private CosignSigner Signer => new(_folder.Path, _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_signed_is_named_by_its_digest_and_no_secret_is_an_argument()
    {
        Assert.Equal(
            ["sign", "--yes", Content.ToString()],
            CosignSigner.Arguments(Content, new SupplyChain { Sign = true }, isOfSeveral: false)
        );
        Assert.Equal(
            ["sign", "--yes", "--recursive", "--key", "env://KEY", Content.ToString()],
            CosignSigner.Arguments(Content, new SupplyChain { SigningKey = "env://KEY" }, isOfSeveral: true)
        );
    }

    [Fact]
    public async Task It_runs_in_the_root_folder_and_finds_passwords_in_its_environment()
    {
        Install("echo \"$PWD $*\" > said; cat > input; [ -n \"$HOME\" ] && echo found >> said");
        await Signer.SignAsync(Content, new SupplyChain { SigningKey = "keys/cosign.key" }, isOfSeveral: false, CancellationToken.None);
        Assert.Equal([$"{_folder.Path} sign --yes --key keys/cosign.key {Content}", "found"], File.ReadAllLines(_folder["said"]));
        Assert.Equal("", File.ReadAllText(_folder["input"]));
    }

    [Fact]
    public async Task That_it_failed_is_said_with_its_last_words_and_what_to_do()
    {
        Install("i=0; while [ $i -lt 30 ]; do echo \"line $i\" >&2; i=$((i+1)); done; printf 'no \\033[31mkey\\n' >&2; exit 7");
        var e = await Assert.ThrowsAsync<EngineException>(() =>
            Signer.SignAsync(Content, new SupplyChain(), isOfSeveral: false, CancellationToken.None)
        );
        var lines = e.Message.Split(Environment.NewLine);
        Assert.StartsWith($"cosign did not sign {Content} (exit code 7); name a key with --signing-key", lines[0]);
        Assert.Equal((11, "    line 21"), (lines.Length, lines[1]));
        Assert.DoesNotContain('\u001b', e.Message);
    }

    [Fact]
    public void That_it_is_not_installed_is_said_before_anything_is_built()
    {
        Assert.StartsWith("--sign-image is given, but cosign is not installed", Assert.Throws<InputException>(Signer.Require).Message);
        Install("true");
        Signer.Require();
    }

    [Fact]
    public async Task Being_given_up_it_ends()
    {
        Install("exec sleep 300");
        using var given = new CancellationTokenSource();
        var run = Signer.SignAsync(Content, new SupplyChain(), isOfSeveral: false, given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private void Install(string script)
    {
        _folder.Write("cosign", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder["cosign"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
