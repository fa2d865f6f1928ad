namespace Nuke.DockerSlim.Reporting;

/// <summary>Marks that carry a verdict beside its colour.</summary>
internal static class ConsoleMark
{
    /// <summary>What holds.</summary>
    /// <param name="unicode">Whether characters beyond ASCII arrive.</param>
    public static string Good(bool unicode) => unicode ? "✓" : "+";

    /// <summary>What fails.</summary>
    /// <param name="unicode">Whether characters beyond ASCII arrive.</param>
    public static string Bad(bool unicode) => unicode ? "✗" : "x";
}
