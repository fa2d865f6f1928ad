using CliWrap.Builders;

namespace CliWrap;

public partial class Command(
    string targetFilePath,
    string arguments,
    string workingDirPath,
    ResourcePolicy resourcePolicy,
    Credentials credentials,
    IReadOnlyDictionary<string, string?> environmentVariables,
    CommandResultValidation validation,
    PipeSource standardInputPipe,
    PipeTarget standardOutputPipe,
    PipeTarget standardErrorPipe
) : ICommandConfiguration
{
    public Command(string targetFilePath)
        : this(
            targetFilePath,
            string.Empty,
            Directory.GetCurrentDirectory(),
            ResourcePolicy.Default,
            Credentials.Default,
            new Dictionary<string, string?>(),
            CommandResultValidation.ZeroExitCode,
            PipeSource.Null,
            PipeTarget.Null,
            PipeTarget.Null
        ) { }

    public string TargetFilePath { get; private init; } = targetFilePath;

    public string Arguments { get; private init; } = arguments;

    public string WorkingDirPath { get; private init; } = workingDirPath;

    public ResourcePolicy ResourcePolicy { get; private init; } = resourcePolicy;

    public Credentials Credentials { get; private init; } = credentials;

    public IReadOnlyDictionary<string, string?> EnvironmentVariables { get; private init; } = environmentVariables;

    public CommandResultValidation Validation { get; private init; } = validation;

    public PipeSource StandardInputPipe { get; private init; } = standardInputPipe;

    public PipeTarget StandardOutputPipe { get; private init; } = standardOutputPipe;

    public PipeTarget StandardErrorPipe { get; private init; } = standardErrorPipe;

    private Command(Command other)
        : this(
            other.TargetFilePath,
            other.Arguments,
            other.WorkingDirPath,
            other.ResourcePolicy,
            other.Credentials,
            other.EnvironmentVariables,
            other.Validation,
            other.StandardInputPipe,
            other.StandardOutputPipe,
            other.StandardErrorPipe
        ) { }

    public Command WithTargetFile(string targetFilePath) => new(this) { TargetFilePath = targetFilePath };

    public Command WithArguments(string arguments) => new(this) { Arguments = arguments };

    public Command WithArguments(IEnumerable<string> arguments, bool escape) => WithArguments(b => b.Add(arguments, escape));

    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, true);

    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    public Command WithWorkingDirectory(string workingDirPath) => new(this) { WorkingDirPath = workingDirPath };

    public Command WithResourcePolicy(ResourcePolicy resourcePolicy) => new(this) { ResourcePolicy = resourcePolicy };

    public Command WithResourcePolicy(Action<ResourcePolicyBuilder> configure)
    {
        var builder = new ResourcePolicyBuilder();
        configure(builder);
        return WithResourcePolicy(builder.Build());
    }

    public Command WithCredentials(Credentials credentials) => new(this) { Credentials = credentials };

    public Command WithCredentials(Action<CredentialsBuilder> configure)
    {
        var builder = new CredentialsBuilder();
        configure(builder);
        return WithCredentials(builder.Build());
    }

    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string?> environmentVariables) =>
        new(this) { EnvironmentVariables = environmentVariables };

    public Command WithEnvironmentVariables(Action<EnvironmentVariablesBuilder> configure)
    {
        var builder = new EnvironmentVariablesBuilder();
        configure(builder);
        return WithEnvironmentVariables(builder.Build());
    }

    public Command WithValidation(CommandResultValidation validation) => new(this) { Validation = validation };

    public Command WithStandardInputPipe(PipeSource source) => new(this) { StandardInputPipe = source };

    public Command WithStandardOutputPipe(PipeTarget target) => new(this) { StandardOutputPipe = target };

    public Command WithStandardErrorPipe(PipeTarget target) => new(this) { StandardErrorPipe = target };

    public override string ToString() => $"{TargetFilePath} {Arguments}";
}
