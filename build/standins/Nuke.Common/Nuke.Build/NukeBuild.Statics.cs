using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    // All of it before anything else runs: where there is no root, the program ends with this initialiser's exception.
    static NukeBuild()
    {
        RootDirectory = BuildLocation.FindRoot();
        NukeDirectory = RootDirectory / BuildLocation.NukeDirectoryName;
        TemporaryDirectory = (NukeDirectory / "temp").CreateDirectory();
        BuildAssemblyFile = BuildLocation.FindAssembly();
        BuildAssemblyDirectory = BuildAssemblyFile?.Parent;
        BuildProjectFile = BuildLocation.FindProject(BuildAssemblyDirectory);
        BuildProjectDirectory = BuildProjectFile?.Parent;
        Verbosity = ParameterService.GetParameter<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
        Host = ParameterService.GetParameter<Host>(nameof(Host)) ?? HostTypes.Running();
        LoadedLocalProfiles = ParameterService.GetParameter<string[]>("Profile") ?? [];
    }

    [Parameter("Root directory during build execution.", Name = "Root")]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    public static AbsolutePath BuildAssemblyFile { get; }

    public static AbsolutePath BuildAssemblyDirectory { get; }

    public static AbsolutePath BuildProjectDirectory { get; }

    public static AbsolutePath BuildProjectFile { get; }

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => (Verbosity)Logging.Level;
        set => Logging.Level = (LogLevel)value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host { get; set; }

    [Parameter("Defines the profiles to load.", Name = "Profile")]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    internal static AbsolutePath NukeDirectory { get; }
}
