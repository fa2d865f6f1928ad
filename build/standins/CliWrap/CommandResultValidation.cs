namespace CliWrap;

[Flags]
public enum CommandResultValidation
{
    None = 0,
    ZeroExitCode = 1,
}
