namespace Nuke.DockerSlim.Reporting;

/// <summary>One row of the table of measures.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">The figure with its unit.</param>
internal sealed record ConsoleMeasure(string Name, string Value)
{
    /// <summary>What belongs to the figure, such as its steps.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The platform whose figure it is, where that is not the one that the other figures are of; empty else.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The baseline's figure with its unit; empty where there is none.</summary>
    public string Before { get; init; } = "";

    /// <summary>The change against the baseline; empty where there is none.</summary>
    public ConsoleSpan Delta { get; init; } = "";

    /// <summary>The limit.</summary>
    public string Budget { get; init; } = "";

    /// <summary>The verdict, in words.</summary>
    public ConsoleSpan Verdict { get; init; } = "";

    /// <summary>A sentence below the row; empty for none.</summary>
    public string Note { get; init; } = "";
}
