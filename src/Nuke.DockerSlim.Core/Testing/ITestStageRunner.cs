namespace Nuke.DockerSlim.Testing;

/// <summary>Runs a command in a container of the test stage, and takes result files out of it. The container is always removed.</summary>
public interface ITestStageRunner
{
    /// <summary>Runs the command, and reads the result files if there are any to be had.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="output">Told each line that the command writes.</param>
    /// <param name="cancellationToken">Kills the container.</param>
    /// <exception cref="Errors.DockerSlimException">The container cannot be made or started, or there are no results where they should be.</exception>
    Task<TestRun> RunAsync(TestRequest request, IProgress<string> output, CancellationToken cancellationToken);
}
