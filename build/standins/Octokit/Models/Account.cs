namespace Octokit;

public abstract class Account
{
    public string AvatarUrl { get; protected set; }

    public string Bio { get; protected set; }

    public string Blog { get; protected set; }

    public int? Collaborators { get; protected set; }

    public string Company { get; protected set; }

    public DateTimeOffset CreatedAt { get; protected set; }

    public int? DiskUsage { get; protected set; }

    public string Email { get; protected set; }

    public int Followers { get; protected set; }

    public int Following { get; protected set; }

    public bool? Hireable { get; protected set; }

    public string HtmlUrl { get; protected set; }

    public long Id { get; protected set; }

    public string NodeId { get; protected set; }

    public string Location { get; protected set; }

    public string Login { get; protected set; }

    public string Name { get; protected set; }

    public AccountType? Type { get; protected set; }

    public int OwnedPrivateRepos { get; protected set; }

    public int? PrivateGists { get; protected set; }

    public int PublicGists { get; protected set; }

    public int PublicRepos { get; protected set; }

    public int TotalPrivateRepos { get; protected set; }

    public string Url { get; protected set; }
}
