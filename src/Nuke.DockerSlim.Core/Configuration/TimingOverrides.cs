using System.Globalization;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about the timing of builds.</summary>
/// <param name="Scenarios">What is timed; null is not set.</param>
/// <param name="Rounds">How often; null is not set.</param>
/// <param name="MostRounds">How often at most; null is not set.</param>
/// <param name="EditedFile">Which file is edited; null is not set.</param>
/// <param name="FreshBuilder">Which builder holds nothing; null is not set.</param>
internal sealed record TimingOverrides(
    IReadOnlyList<BuildScenario>? Scenarios,
    int? Rounds,
    int? MostRounds,
    string? EditedFile,
    string? FreshBuilder
)
{
    private static readonly (string Name, BuildScenario Scenario)[] Timed =
    [
        ("cold", BuildScenario.Cold),
        ("warm", BuildScenario.Warm),
        ("edited", BuildScenario.Edited),
        ("dependency-edited", BuildScenario.DependencyEdited),
        ("ci", BuildScenario.Ci),
    ];

    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="problems">Told what does not parse.</param>
    public static TimingOverrides Read(ImageParameters parameters, List<string> problems) =>
        new(
            ReadScenarios(parameters.Scenarios, problems),
            ReadRounds("--build-rounds", parameters.BuildRounds, problems),
            ReadRounds("--max-build-rounds", parameters.MaxBuildRounds, problems),
            parameters.EditedFile,
            parameters.FreshBuilder
        );

    /// <summary>An image with what is set here in place of what it declares.</summary>
    /// <param name="image">The image.</param>
    public ImageDefinition Over(ImageDefinition image) =>
        image with
        {
            Scenarios = Scenarios ?? image.Scenarios,
            BuildRounds = Rounds ?? image.BuildRounds,
            MaxBuildRounds = MostRounds ?? image.MaxBuildRounds,
            EditedFile = EditedFile ?? image.EditedFile,
            FreshBuilder = FreshBuilder ?? image.FreshBuilder,
        };

    private static IReadOnlyList<BuildScenario>? ReadScenarios(IReadOnlyList<string>? texts, List<string> problems)
    {
        if (texts is null)
            return null;
        var scenarios = new List<BuildScenario>();
        foreach (var text in texts)
            if (Array.FindIndex(Timed, x => x.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var found)
                scenarios.Add(Timed[found].Scenario);
            else
                problems.Add($"--scenarios: '{text}' is not a scenario; use {string.Join(", ", Timed.Select(x => x.Name))}, or several.");
        return scenarios;
    }

    private static int? ReadRounds(string name, string? text, List<string> problems)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds))
            return rounds;
        problems.Add($"{name}: '{text}' is not a number of rounds; use a whole number such as 3.");
        return null;
    }
}
