namespace Octokit;

public class RepositoryPermissions
{
    public bool Admin { get; private set; }

    public bool Maintain { get; private set; }

    public bool Push { get; private set; }

    public bool Triage { get; private set; }

    public bool Pull { get; private set; }
}
