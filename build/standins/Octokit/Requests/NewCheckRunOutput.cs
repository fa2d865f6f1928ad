namespace Octokit;

public class NewCheckRunOutput
{
    public NewCheckRunOutput(string title, string summary)
    {
        Title = title;
        Summary = summary;
    }

    public string Title { get; protected set; }

    public string Summary { get; protected set; }

    public string Text { get; set; }

    public IReadOnlyList<NewCheckRunAnnotation> Annotations { get; set; }

    public IReadOnlyList<NewCheckRunImage> Images { get; set; }
}
