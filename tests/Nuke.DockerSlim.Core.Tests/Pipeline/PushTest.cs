using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>An image that is pushed by hand-made ports.</summary>
public abstract class PushTest : PipelineTest
{
    /// <summary>What the registry was asked and told, in order.</summary>
    private protected IEnumerable<string> Asked =>
        Ports.Calls.Where(x => x.Split(' ')[0] is "upload" or "find" or "read" or "move" or "untag");

    /// <summary>What was done to each tag.</summary>
    private protected IEnumerable<TagState> States => Measured.Push.Moves.Select(x => x.State);

    private protected async Task JudgedAsync()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
    }
}
