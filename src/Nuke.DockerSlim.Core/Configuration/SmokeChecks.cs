using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>Checks the texts of a smoke check.</summary>
internal static class SmokeChecks
{
    /// <summary>The problems, whole sentences.</summary>
    /// <param name="smoke">The smoke check.</param>
    public static IEnumerable<string> Problems(SmokeCheck smoke)
    {
        if (smoke.SmokeUrl is { } url && !SmokeAddress.TryParse(url, out _, out var problem))
            yield return $"--smoke-url: {problem}";
        if (smoke.SmokeLog is { } text && string.IsNullOrWhiteSpace(text))
            yield return "--smoke-log: an empty text is in every line; write what the service says once it is ready.";
        if (smoke.SmokeCommand is { } command && string.IsNullOrWhiteSpace(command))
            yield return "--smoke-command: it has no words; write a program and its arguments.";
        if (smoke.SmokeTimeLimit <= TimeSpan.Zero)
            yield return $"The time limit of the smoke check is {smoke.SmokeTimeLimit.Text}; a limit is more than nothing.";
        foreach (var variable in smoke.SmokeEnvironment.Where(x => x.IndexOf('=') < 1))
            yield return $"--smoke-environment: '{variable}' has no name and value; write NAME=value.";
        if (smoke.SmokeEnvironment.Count > 0 && !smoke.IsSet)
            yield return "--smoke-environment is given but nothing starts the image; add --smoke-image, --smoke-url, --smoke-log or --smoke-command.";
    }
}
