using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Reads the parameter files, then fills the members that are plain parameters.</summary>
internal sealed class ParameterStep(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 100;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        ParameterService.Files = new ParameterFiles(build.GetType(), NukeBuild.NukeDirectory, NukeBuild.LoadedLocalProfiles);
        ValueInjector.Inject(build, injected => injected.Attribute.GetType() == typeof(ParameterAttribute));
    }
}
