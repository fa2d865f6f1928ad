namespace CliWrap.EventStream;

public class StandardErrorCommandEvent(string text) : CommandEvent
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
