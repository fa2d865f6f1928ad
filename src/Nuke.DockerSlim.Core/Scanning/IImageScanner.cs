using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Scanning;

/// <summary>Runs a scanner of vulnerabilities that is installed on this machine.</summary>
public interface IImageScanner
{
    /// <summary>The first of some programs that is installed; null when none is.</summary>
    /// <param name="programs">Their names.</param>
    string? Find(IReadOnlyList<string> programs);

    /// <summary>Runs one to its end.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">It cannot be started, or says more than can be read.</exception>
    Task<ScanOutput> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
