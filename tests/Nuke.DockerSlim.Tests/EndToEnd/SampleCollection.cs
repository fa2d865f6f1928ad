namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// Tests that build the sample, one after the other: a builder lets a build share the steps of one that runs beside it, so that a warm one beside one without
/// cache is not warm.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SampleCollection
{
    public const string Name = "the sample";
}
