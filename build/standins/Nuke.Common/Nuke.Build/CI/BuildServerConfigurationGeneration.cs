using Nuke.Common.Parameters;

namespace Nuke.Common.CI;

public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = "generate-configuration";

    /// <summary>Whether this run only writes one CI configuration file.</summary>
    public static bool IsActive { get; } = ParameterService.GetParameter<string>(ConfigurationParameterName) != null;
}
