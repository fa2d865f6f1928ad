namespace Nuke.DockerSlim.Errors;

/// <summary>Something the user wrote cannot be used: a parameter, a definition, a Dockerfile.</summary>
public class InputException : DockerSlimException
{
    /// <summary>Creates the exception for one or several problems, all reported at once.</summary>
    /// <param name="problems">Whole sentences, one a problem; at least one.</param>
    public InputException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Creates the exception for one problem.</summary>
    /// <param name="problem">A whole sentence: the fact, the place, what to do.</param>
    public InputException(string problem)
        : this([problem]) { }

    /// <summary>The problems, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <inheritdoc />
    public override SlimExitCode ExitCode => SlimExitCode.Input;
}
