namespace CliWrap.EventStream;

public class StandardOutputCommandEvent(string text) : CommandEvent
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
