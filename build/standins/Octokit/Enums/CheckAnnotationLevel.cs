namespace Octokit;

public enum CheckAnnotationLevel
{
    Notice,
    Warning,
    Failure,
}
