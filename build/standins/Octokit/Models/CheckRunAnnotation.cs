namespace Octokit;

public class CheckRunAnnotation
{
    public string Filename { get; private set; }

    public string Path { get; private set; }

    public string BlobHref { get; private set; }

    public int StartLine { get; private set; }

    public int EndLine { get; private set; }

    public int? StartColumn { get; private set; }

    public int? EndColumn { get; private set; }

    public StringEnum<CheckAnnotationLevel>? AnnotationLevel { get; private set; }

    public string Message { get; private set; }

    public string Title { get; private set; }

    public string RawDetails { get; private set; }
}
