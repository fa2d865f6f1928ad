using System.ComponentModel;
using CliWrap;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Signs what lies in registries with cosign, which is on the path. Keys, passwords and identities are found by cosign itself, in its environment; it uses docker's
/// logins. What is signed is named by its digest.
/// </summary>
/// <param name="workingDirectory">The folder it runs in, which a key's file is relative to.</param>
/// <param name="path">The folders that the program is looked for in; null: those of this process.</param>
public sealed class CosignSigner(string workingDirectory, string? path = null)
{
    private const string Program = "cosign";
    private const int MostEvidence = 10;

    // Cosign itself gives up after three minutes; a browser that it opens for a login waits for somebody.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ProgramPath _path = new(path);

    /// <summary>Makes sure that it is installed, before anything is built.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public void Require() => Find();

    /// <summary>Its arguments.</summary>
    /// <param name="content">Repository and digest.</param>
    /// <param name="supply">What the definition says of signing.</param>
    /// <param name="isOfSeveral">Whether it is an index of several platforms, whose images are signed each, too.</param>
    public static IReadOnlyList<string> Arguments(ImageReference content, SupplyChain supply, bool isOfSeveral) =>
        [
            "sign",
            "--yes",
            .. isOfSeveral ? (string[])["--recursive"] : [],
            .. supply.SigningKey is { } key ? (string[])["--key", key] : [],
            content.ToString(),
        ];

    /// <summary>Signs.</summary>
    /// <param name="content">Repository and digest.</param>
    /// <param name="supply">What the definition says of signing.</param>
    /// <param name="isOfSeveral">As above.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">It did not.</exception>
    public async Task SignAsync(ImageReference content, SupplyChain supply, bool isOfSeveral, CancellationToken cancellationToken)
    {
        var program = Find();
        var errors = new LastErrors();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var kill = new CancellationTokenSource();
        using var patience = limit.Token.Register(() => kill.CancelAfter(Grace));
        limit.CancelAfter(Longest);
        try
        {
            var result = await Cli.Wrap(program)
                .WithWorkingDirectory(workingDirectory)
                .WithArguments(Arguments(content, supply, isOfSeveral))
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.Null)
                .WithStandardErrorPipe(errors.Pipe)
                .ExecuteAsync(kill.Token, limit.Token)
                .ConfigureAwait(false);
            if (result.ExitCode != 0)
                throw Failed(content, $"exit code {result.ExitCode}", errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(content, $"it was ended after {Longest.Text}", errors);
        }
        catch (Win32Exception e)
        {
            throw new EngineException($"cosign cannot be started: {e.Message}");
        }
    }

    private string Find() =>
        _path.Find(Program)
        ?? throw new InputException(
            "--sign-image is given, but cosign is not installed (it is not on the path); install it, or leave --sign-image out."
        );

    private static EngineException Failed(ImageReference content, string how, LastErrors errors) =>
        new(
            $"cosign did not sign {content} ({how}); name a key with --signing-key and its password in COSIGN_PASSWORD, or run where cosign finds an identity. Try it by hand: cosign sign {content}"
                + string.Concat(
                    errors
                        .ToString()
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .TakeLast(MostEvidence)
                        .Select(x => Environment.NewLine + "    " + UntrustedText.OneLine(x))
                )
        );
}
