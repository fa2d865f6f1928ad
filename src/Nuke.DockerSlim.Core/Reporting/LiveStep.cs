using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What is known of one vertex while the build runs. Elapsed time is by this machine's clock, finished time by the builder's.</summary>
internal sealed class LiveStep(Vertex vertex)
{
    private const int KeptOutput = 4096;
    private readonly Dictionary<string, ProgressEvent.StatusChanged> _statuses = [];
    private readonly OutputTail _output = new(KeptOutput);
    private IReadOnlyList<string>? _lines = [];

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

    /// <summary>What a log said last of its output; empty when nothing.</summary>
    public string SaidLine { get; set; } = "";

    /// <summary>The bytes that moved for it; null when it moves none.</summary>
    public LiveTransfer? Transfer => LiveTransfer.Of(_statuses.Values);

    /// <summary>What the builder says that it is at just now, such as <c>exporting layers</c>; empty when it says nothing, or only moves bytes.</summary>
    public string Doing =>
        _statuses.Values.LastOrDefault(x => x.Completed is null && x.Current == 0) is { } status ? UntrustedText.OneLine(status.Id) : "";

    /// <summary>The last lines that it wrote, harmless for a terminal; of a line that was overwritten, what was last seen.</summary>
    public IReadOnlyList<string> Lines => _lines ??= [.. UntrustedText.Lines(_output.ToText()).Where(x => x.Length > 0)];

    /// <summary>Takes in progress.</summary>
    /// <param name="status">The progress.</param>
    public void Record(ProgressEvent.StatusChanged status) => _statuses[status.Id] = status;

    /// <summary>Takes in output.</summary>
    /// <param name="data">A piece of it, not necessarily whole lines or characters.</param>
    public void Append(ReadOnlySpan<byte> data)
    {
        _output.Append(data);
        _lines = null;
    }
}
