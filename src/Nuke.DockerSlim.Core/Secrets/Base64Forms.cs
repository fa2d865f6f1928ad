namespace Nuke.DockerSlim.Secrets;

/// <summary>Base64 of a value in the middle of other bytes: the characters that depend on the value alone.</summary>
internal static class Base64Forms
{
    /// <summary>The three forms, for zero, one or two bytes of the group of three before the value.</summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<string> Of(byte[] value)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. value]);
            // A character holds six bits: those that share one with a neighbour of the value are left out.
            var first = ((before * 8) + 5) / 6;
            var end = (before + value.Length) * 8 / 6;
            yield return text[first..end];
        }
    }
}
