namespace Nuke.Common.Execution;

internal enum TextStyle
{
    Text,
    Faint,
    Value,
    Verbose,
    Debug,
    Information,
    Warning,
    Error,
    Fatal,
    Success,
}
