namespace Nuke.DockerSlim.Contracts.DockerDotNet;

/// <summary>A test against a real engine, skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute(string variable)
    {
        Skip = TestEngine.ReasonToSkip(variable);
    }
}
