using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking;

/// <summary>One check of a Dockerfile. A new one is one class beside the others, a line in <see cref="DockerfileRules"/>, two fixtures and a page.</summary>
/// <param name="id">Its name, in small letters and dashes.</param>
/// <param name="severity">How bad what it finds is.</param>
public abstract class DockerfileRule(string id, FindingSeverity severity)
{
    /// <summary>Its name, as reports show it and <c># slim ignore=</c> takes it.</summary>
    public string Id => id;

    /// <summary>How bad what it finds is.</summary>
    public FindingSeverity Severity => severity;

    /// <summary>Finds what it looks for.</summary>
    /// <param name="file">The Dockerfile.</param>
    public abstract IEnumerable<RuleHit> Check(CheckedDockerfile file);
}
