using Octokit.Internal;

namespace Octokit;

public class CheckRunRequest : RequestParameters
{
    [Parameter(Key = "check_name")]
    public string CheckName { get; set; }

    public StringEnum<CheckStatusFilter>? Status { get; set; }

    public StringEnum<CheckRunCompletedAtFilter>? Filter { get; set; }
}
