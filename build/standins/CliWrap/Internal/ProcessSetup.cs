using System.Diagnostics;

namespace CliWrap.Internal;

/// <summary>Carries a command's configuration over to the operating system's process.</summary>
internal static class ProcessSetup
{
    public static ProcessStartInfo CreateStartInfo(Command command)
    {
        var startInfo = new ProcessStartInfo
        {
            FileName = command.TargetFilePath,
            Arguments = command.Arguments,
            WorkingDirectory = command.WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        Apply(command.Credentials, startInfo);
        foreach (var (name, value) in command.EnvironmentVariables)
        {
            if (value is null)
                startInfo.Environment.Remove(name);
            else
                startInfo.Environment[name] = value;
        }
        return startInfo;
    }

    // CA1416: what the platform lacks is meant to surface, as NotSupportedException, when it is asked for.
#pragma warning disable CA1416
    private static void Apply(Credentials credentials, ProcessStartInfo startInfo)
    {
        try
        {
            if (credentials.Domain is not null)
                startInfo.Domain = credentials.Domain;
            if (credentials.UserName is not null)
                startInfo.UserName = credentials.UserName;
            if (credentials.Password is not null)
                startInfo.PasswordInClearText = credentials.Password;
            if (credentials.LoadUserProfile)
                startInfo.LoadUserProfile = true;
        }
        catch (NotSupportedException ex)
        {
            throw new NotSupportedException(
                "Cannot start a process using the provided credentials: this platform supports a user name only.",
                ex
            );
        }
    }

    public static void Apply(ResourcePolicy policy, Process process)
    {
        try
        {
            if (policy.Priority is { } priority)
                process.PriorityClass = priority;
            if (policy.Affinity is { } affinity)
                process.ProcessorAffinity = affinity;
            if (policy.MinWorkingSet is { } minimum)
                process.MinWorkingSet = minimum;
            if (policy.MaxWorkingSet is { } maximum)
                process.MaxWorkingSet = maximum;
        }
        catch (NotSupportedException ex)
        {
            throw new NotSupportedException(
                "Cannot start a process with the provided resource policy: this platform lacks one of its limits.",
                ex
            );
        }
        catch (InvalidOperationException) when (process.HasExited)
        {
            // Nothing is left to be limited.
            return;
        }
    }
#pragma warning restore CA1416
}
