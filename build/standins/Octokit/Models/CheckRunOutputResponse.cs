namespace Octokit;

public class CheckRunOutputResponse
{
    public string Title { get; private set; }

    public string Summary { get; private set; }

    public string Text { get; private set; }

    public long AnnotationsCount { get; private set; }
}
