using Octokit.Internal;

namespace Octokit;

public class User : Account
{
    public RepositoryPermissions Permissions { get; private set; }

    public bool SiteAdmin { get; private set; }

    public DateTimeOffset? SuspendedAt { get; private set; }

    [Parameter(Key = "ldap_dn")]
    public string LdapDistinguishedName { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool Suspended => SuspendedAt.HasValue;
}
