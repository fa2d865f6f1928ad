namespace Octokit;

public class NewCheckRunAnnotation
{
    public NewCheckRunAnnotation(string path, int startLine, int endLine, CheckAnnotationLevel annotationLevel, string message)
    {
        Path = path;
        StartLine = startLine;
        EndLine = endLine;
        AnnotationLevel = annotationLevel;
        Message = message;
    }

    public string Path { get; protected set; }

    public int StartLine { get; protected set; }

    public int EndLine { get; protected set; }

    public int? StartColumn { get; set; }

    public int? EndColumn { get; set; }

    public StringEnum<CheckAnnotationLevel>? AnnotationLevel { get; protected set; }

    public string Message { get; protected set; }

    public string Title { get; set; }

    public string RawDetails { get; set; }
}
