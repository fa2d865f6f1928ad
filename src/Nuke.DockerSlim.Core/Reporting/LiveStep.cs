using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What is known of one vertex while the build runs. Elapsed time is by this machine's clock, finished time by the builder's.</summary>
internal sealed class LiveStep(Vertex vertex)
{
    private const int KeptOutput = 4096;
    private readonly Dictionary<string, ProgressEvent.StatusChanged> _transfers = [];
    private readonly OutputTail _output = new(KeptOutput);

    /// <summary>The vertex as it was told last.</summary>
    public Vertex Vertex { get; set; } = vertex;

    /// <summary>Its name on one line.</summary>
    public string Name { get; } = UntrustedText.OneLine(vertex.Name);

    /// <summary>Whether it runs now.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Whether it has been shown as finished.</summary>
    public bool IsTold { get; set; }

    /// <summary>When it was first seen running, a timestamp of the time provider.</summary>
    public long Seen { get; set; }

    /// <summary>Elapsed time at which a log says again that it still runs.</summary>
    public TimeSpan NextSign { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Takes in a transfer's progress.</summary>
    /// <param name="status">The progress.</param>
    public void Transfer(ProgressEvent.StatusChanged status) => _transfers[status.Id] = status;

    /// <summary>Takes in output.</summary>
    /// <param name="data">A piece of it, not necessarily whole lines or characters.</param>
    public void Append(ReadOnlySpan<byte> data) => _output.Append(data);

    /// <summary>What it does just now: bytes that move, or the last line that it wrote; empty when neither is known.</summary>
    public string Activity()
    {
        var moving = _transfers.Values.Where(x => x.Completed is null && x.Current > 0).ToList();
        if (moving.Count == 0)
            return UntrustedText.Lines(_output.ToText()) is [.., var last] ? last.Trim() : "";
        var all = _transfers.Values.Where(x => x.Current > 0).ToList();
        var current = new ByteSize(all.Sum(x => x.Current)).Text;
        return all.TrueForAll(x => x.Total > 0) ? $"{current} of {new ByteSize(all.Sum(x => x.Total)).Text}" : current;
    }
}
