namespace Octokit;

public class Commit : GitReference
{
    public string Message { get; private set; }

    public GitReference Tree { get; private set; }

    public IReadOnlyList<GitReference> Parents { get; private set; }

    public int CommentCount { get; private set; }
}
