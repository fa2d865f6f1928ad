namespace Nuke.DockerSlim.Values;

/// <summary>The beginnings of texts that are too long to be shown whole. Characters that take two places are never cut in half.</summary>
internal static class ShortText
{
    /// <summary>The text, or its beginning and an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters of it, the ellipsis not counted.</param>
    public static string Of(string text, int most) => text.Length <= most ? text : Head(text, most) + "…";

    /// <summary>The text, or its beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters of it; at least one.</param>
    public static string Head(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
