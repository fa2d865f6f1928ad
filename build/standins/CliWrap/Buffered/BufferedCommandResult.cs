namespace CliWrap.Buffered;

public class BufferedCommandResult(
    int exitCode,
    DateTimeOffset startTime,
    DateTimeOffset exitTime,
    string standardOutput,
    string standardError
) : CommandResult(exitCode, startTime, exitTime)
{
    public string StandardOutput { get; } = standardOutput;

    public string StandardError { get; } = standardError;

    public void Deconstruct(out int exitCode, out string standardOutput, out string standardError)
    {
        exitCode = ExitCode;
        standardOutput = StandardOutput;
        standardError = StandardError;
    }

    public static implicit operator string(BufferedCommandResult result) => result.StandardOutput;
}
