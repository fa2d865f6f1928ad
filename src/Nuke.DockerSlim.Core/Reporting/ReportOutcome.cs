using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a run came to.</summary>
[JsonConverter(typeof(CamelCase<ReportOutcome>))]
public enum ReportOutcome
{
    /// <summary>Not all that was asked for has been done yet.</summary>
    Incomplete,

    /// <summary>All that was asked for was done and holds.</summary>
    Good,

    /// <summary>Tests failed.</summary>
    TestsFailed,

    /// <summary>The image was started and did not run as it should.</summary>
    SmokeFailed,

    /// <summary>A limit is exceeded, or could not be judged.</summary>
    BudgetExceeded,

    /// <summary>A finding is an error.</summary>
    PolicyFailed,

    /// <summary>The image could not be built or measured.</summary>
    Failed,
}
