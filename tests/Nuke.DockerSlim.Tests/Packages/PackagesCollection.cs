namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>These tests run whole builds: one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection
{
    public const string Name = "Builds of a checkout";
}
