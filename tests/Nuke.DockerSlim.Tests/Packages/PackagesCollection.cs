namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>These tests run whole builds: one at a time, and not beside anything else on a small machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackagesCollection
{
    public const string Name = "Builds of a checkout";
}
