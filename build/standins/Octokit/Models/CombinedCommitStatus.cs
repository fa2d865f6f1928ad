namespace Octokit;

public class CombinedCommitStatus
{
    public StringEnum<CommitState> State { get; private set; }

    public string Sha { get; private set; }

    public int TotalCount { get; private set; }

    public IReadOnlyList<CommitStatus> Statuses { get; private set; }

    public Repository Repository { get; private set; }
}
