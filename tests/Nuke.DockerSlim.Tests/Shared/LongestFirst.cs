using Nuke.DockerSlim.Tests.EndToEnd;
using Nuke.DockerSlim.Tests.Packages;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Nuke.DockerSlim.Tests.Shared.LongestFirst", "Nuke.DockerSlim.Tests")]

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>Collections whose tests take minutes, one after the other, begin first: at the end of a run nothing else would run beside them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [SampleCollection.Name, PackagesCollection.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(x => Array.IndexOf(Long, x.DisplayName) is >= 0 and var i ? i : Long.Length);
}
