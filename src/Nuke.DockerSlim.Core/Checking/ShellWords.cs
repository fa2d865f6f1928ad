using System.Text;

namespace Nuke.DockerSlim.Checking;

/// <summary>Words of a line as a shell would take them apart, without expanding anything.</summary>
internal static class ShellWords
{
    /// <summary>Splits a text at blanks outside quotes; quotes and escapes are taken off.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Split(string text) => [.. ShellScript.Read(text).SelectMany(x => x.Words)];
}
