using Octokit.Internal;

namespace Octokit;

public enum AccountType
{
    [Parameter(Value = "User")]
    User,

    [Parameter(Value = "Organization")]
    Organization,

    [Parameter(Value = "Bot")]
    Bot,

    [Parameter(Value = "Mannequin")]
    Mannequin,
}
