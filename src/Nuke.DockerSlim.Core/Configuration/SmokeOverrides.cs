using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about the smoke check.</summary>
/// <param name="Parameters">The texts; null is not set.</param>
/// <param name="ExitCode">The exit code; null is not set.</param>
/// <param name="TimeLimit">The longest wait; null is not set.</param>
internal sealed record SmokeOverrides(ImageParameters Parameters, int? ExitCode, TimeSpan? TimeLimit)
{
    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">Takes what does not parse.</param>
    public static SmokeOverrides Read(ImageParameters parameters, List<string> problems)
    {
        int? exitCode = null;
        if (parameters.SmokeExitCode is { } code)
        {
            if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 256)
                exitCode = number;
            else
                problems.Add($"--smoke-exit-code: '{code}' is no exit code; use a whole number from 0 to 255.");
        }
        var limit = ParameterText.Read<TimeSpan>("--smoke-time-limit", parameters.SmokeTimeLimit, DurationText.TryParse, problems);
        return new SmokeOverrides(parameters, exitCode, limit);
    }

    /// <summary>An image with what is set here in place of what it declares.</summary>
    /// <param name="image">The image.</param>
    public ImageDefinition Over(ImageDefinition image) =>
        image with
        {
            Smoke = image.Smoke with
            {
                SmokeImage = Parameters.SmokeImage ?? image.Smoke.SmokeImage,
                SmokeUrl = Parameters.SmokeUrl ?? image.Smoke.SmokeUrl,
                SmokeLog = Parameters.SmokeLog ?? image.Smoke.SmokeLog,
                SmokeCommand = Parameters.SmokeCommand ?? image.Smoke.SmokeCommand,
                SmokeExitCode = ExitCode ?? image.Smoke.SmokeExitCode,
                SmokeEnvironment = [.. image.Smoke.SmokeEnvironment, .. Parameters.SmokeEnvironment ?? []],
                SmokeTimeLimit = TimeLimit ?? image.Smoke.SmokeTimeLimit,
            },
        };
}
