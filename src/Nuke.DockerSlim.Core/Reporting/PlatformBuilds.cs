namespace Nuke.DockerSlim.Reporting;

/// <summary>Finds the builds that a verdict is about.</summary>
public static class PlatformBuilds
{
    /// <summary>The builds of the platform that a limit was held against.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="budget">The limit and its verdict.</param>
    public static BuildFacts BuildsOf(this ImageReport report, BudgetFacts budget) =>
        report.Platforms.FirstOrDefault(x => x.Platform == budget.Platform)?.Builds ?? report.Builds;
}
