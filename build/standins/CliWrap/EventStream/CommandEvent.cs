namespace CliWrap.EventStream;

public abstract class CommandEvent;
