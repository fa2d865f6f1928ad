namespace Nuke.DockerSlim.Reporting;

/// <summary>What a piece of text is, from which its colour follows. Never the only sign of a verdict.</summary>
internal enum ConsoleTone
{
    /// <summary>The terminal's own colour.</summary>
    Plain,

    /// <summary>Names and headings.</summary>
    Strong,

    /// <summary>What holds.</summary>
    Good,

    /// <summary>What fails.</summary>
    Bad,

    /// <summary>What deserves a look.</summary>
    Caution,

    /// <summary>What may be passed over.</summary>
    Faint,
}
