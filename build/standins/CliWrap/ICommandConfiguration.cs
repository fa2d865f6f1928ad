namespace CliWrap;

public interface ICommandConfiguration
{
    string TargetFilePath { get; }

    string Arguments { get; }

    string WorkingDirPath { get; }

    ResourcePolicy ResourcePolicy { get; }

    Credentials Credentials { get; }

    IReadOnlyDictionary<string, string?> EnvironmentVariables { get; }

    CommandResultValidation Validation { get; }

    PipeSource StandardInputPipe { get; }

    PipeTarget StandardOutputPipe { get; }

    PipeTarget StandardErrorPipe { get; }
}
