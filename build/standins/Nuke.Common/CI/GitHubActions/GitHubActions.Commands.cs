using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    public void WriteCommand(string command, string message = null, Configure<Dictionary<string, object>> dictionaryConfigurator = null)
    {
        var properties = dictionaryConfigurator?.Invoke([]) ?? [];
        var text = string.Join(", ", properties.Select(property => $"{property.Key}={EscapeProperty(property.Value.ToString())}"));
        Console.WriteLine($"::{command}{(text.Length > 0 ? " " + text : "")}::{Escape(message)}");
    }

    protected internal override IDisposable WriteBlock(string text)
    {
        Group(text);
        return new Utilities.Disposable(() => EndGroup(text));
    }

    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    /// <summary>Logged workflow commands reach the runner as they are, without time and level.</summary>
    protected internal override bool FilterMessage(string message)
    {
        var isCommand = message.StartsWith("::", StringComparison.Ordinal) || message.StartsWith("##[", StringComparison.Ordinal);
        if (isCommand)
            Console.WriteLine(message);
        return isCommand;
    }

    private static string Escape(string text) => text?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => Escape(text).Replace(":", "%3A").Replace(",", "%2C");
}
