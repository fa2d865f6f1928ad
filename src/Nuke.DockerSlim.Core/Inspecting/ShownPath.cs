using System.Text;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Paths of an image as reports have them: from the root, and always valid text.</summary>
internal static class ShownPath
{
    /// <summary>The path for a report.</summary>
    /// <param name="path">The path, without a leading slash; bytes that are no UTF-8 as <see cref="PathText" /> has them.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public static string Of(string path, bool isFolder = false)
    {
        var end = isFolder && path.Length > 0 ? "/" : "";
        if (!path.AsSpan().ContainsAnyInRange('\udc80', '\udcff'))
            return $"/{path}{end}";
        var text = new StringBuilder("/", path.Length + 8);
        for (var i = 0; i < path.Length; i++)
        {
            // The second half of a pair is part of a character; alone it stands for a byte.
            if (char.IsLowSurrogate(path[i]) && (i == 0 || !char.IsHighSurrogate(path[i - 1])))
                text.Append("\\x").Append(((int)path[i] - 0xdc00).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else
                text.Append(path[i]);
        }
        return text.Append(end).ToString();
    }
}
