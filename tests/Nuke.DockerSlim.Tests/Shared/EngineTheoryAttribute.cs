namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>A test against real engines, skipped with the reason where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute() => Skip = Stores.ReasonToSkip;
}
