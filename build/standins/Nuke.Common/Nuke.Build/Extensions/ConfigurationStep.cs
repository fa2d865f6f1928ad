using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>A local run has every CI file written by a run of its own, under that CI's host, and says which have changed.</summary>
internal sealed class ConfigurationStep(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 50;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var configurations = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().ToList();
        configurations.ForEach(configuration => configuration.Build = build);

        var wanted = ParameterService.GetParameter<string>(BuildServerConfigurationGeneration.ConfigurationParameterName);
        if (wanted != null)
        {
            configurations.Find(configuration => configuration.Id == wanted).NotNull("generator != null").Generate(executableTargets);
            Environment.Exit(0);
        }

        if (NukeBuild.IsServerBuild)
            return;

        var hasChanged = configurations.Where(configuration => configuration.AutoGenerate).AsParallel().Select(HasChanged).ToList();
        if (hasChanged.Contains(true) && !build.Help && !Console.IsInputRedirected)
        {
            Host.Information("Press any key to continue ...");
            Console.ReadKey();
        }
    }

    private static bool HasChanged(ConfigurationAttributeBase configuration)
    {
        var file = configuration.ConfigurationFile;
        file.Parent.CreateDirectory();
        var before = file.FileExists() ? file.ReadAllText() : null;
        var arguments =
            $"--{BuildServerConfigurationGeneration.ConfigurationParameterName} {configuration.Id} --host {configuration.HostName}";
        ProcessTasks.StartProcess(NukeBuild.BuildAssemblyFile, arguments, logInvocation: false, logOutput: false).AssertZeroExitCode();
        if (file.ReadAllText() == before)
            return false;

        Log.Warning("Configuration files for {Configuration} have changed.", configuration.DisplayName);
        Log.Verbose("Updated {File}", NukeBuild.RootDirectory.GetRelativePathTo(file));
        return true;
    }
}
