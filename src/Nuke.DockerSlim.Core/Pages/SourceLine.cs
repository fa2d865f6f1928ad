using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>A line of the Dockerfile's text.</summary>
/// <param name="Number">Its number, from one.</param>
/// <param name="Text">Its text.</param>
/// <param name="Cost">What the instruction cost that begins with it; null where none does that the image needs.</param>
/// <param name="Rows">How many lines that instruction takes.</param>
/// <param name="IsOfCost">Whether the line is part of such an instruction.</param>
internal sealed record SourceLine(int Number, string Text, LineFacts? Cost, int Rows, bool IsOfCost);
