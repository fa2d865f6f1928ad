using System.Text;
using CliWrap;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The end of what a program writes to its error stream, and no more of it than a message can carry.</summary>
internal sealed class LastErrors
{
    private const int Most = 8_000;

    private readonly StringBuilder _text = new();

    /// <summary>Takes the stream.</summary>
    public PipeTarget Pipe => PipeTarget.ToDelegate(Keep);

    /// <summary>What was kept, a line each.</summary>
    public override string ToString() => _text.ToString();

    private void Keep(string line)
    {
        _text.Append(line).Append('\n');
        if (_text.Length > Most)
            _text.Remove(0, _text.Length - Most);
    }
}
