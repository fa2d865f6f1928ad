using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Instructions where there is little room.</summary>
internal static partial class InstructionText
{
    /// <summary>The instruction cut to fit. Where not all of it can be shown, the command says more than its mounts: those go first.</summary>
    /// <param name="instruction">The instruction on one line, or a step's name, which ends in it.</param>
    /// <param name="columns">The columns there are.</param>
    /// <param name="style">What the place can show.</param>
    public static string Cut(string instruction, int columns, ConsoleStyle style)
    {
        var text = style.Fit(instruction);
        return ColumnWidth.Cut(ColumnWidth.Of(text) <= columns ? text : RunFlags().Replace(text, ""), columns, style.Ellipsis);
    }

    [GeneratedRegex(@"(?<=(^|\] )RUN )(--(mount|network|security)=\S+ )+", RegexOptions.IgnoreCase)]
    private static partial Regex RunFlags();
}
