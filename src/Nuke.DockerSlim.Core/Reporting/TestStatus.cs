using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What the tests came to.</summary>
[JsonConverter(typeof(CamelCase<TestStatus>))]
public enum TestStatus
{
    /// <summary>No tests were run.</summary>
    NotRun,

    /// <summary>The tests ran in this run and passed.</summary>
    Passed,

    /// <summary>A test failed, or the tests could not be run to their end.</summary>
    Failed,

    /// <summary>The test steps came from the cache: the same inputs passed earlier, nothing ran now.</summary>
    Reused,
}
