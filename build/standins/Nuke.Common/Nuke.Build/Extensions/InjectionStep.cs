using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Fills the members with any other injection attribute, once it is known what will run.</summary>
internal sealed class InjectionStep(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => -100;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    ) => ValueInjector.Inject(build, injected => injected.Attribute.GetType() != typeof(ParameterAttribute));
}
