using Octokit.Internal;

namespace Octokit;

public enum AuthorAssociation
{
    [Parameter(Value = "COLLABORATOR")]
    Collaborator,

    [Parameter(Value = "CONTRIBUTOR")]
    Contributor,

    [Parameter(Value = "FIRST_TIMER")]
    FirstTimer,

    [Parameter(Value = "FIRST_TIME_CONTRIBUTOR")]
    FirstTimeContributor,

    [Parameter(Value = "MEMBER")]
    Member,

    [Parameter(Value = "OWNER")]
    Owner,

    [Parameter(Value = "NONE")]
    None,
}
