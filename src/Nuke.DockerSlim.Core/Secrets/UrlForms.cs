using System.Globalization;
using System.Text;

namespace Nuke.DockerSlim.Secrets;

/// <summary>Bytes as they stand in URLs and forms: what is escaped depends on the part of the URL and on who writes it.</summary>
internal static class UrlForms
{
    // Left as they are: by RFC 3986 everywhere; by JavaScript's encodeURIComponent; in paths by Go; by encodeURI; in forms.
    private static readonly string[] Kept = ["-._~", "-._~!'()*", "-._~$&+=:@", "-._~!'()*;,/?:@&=+$#", "-._*", "-._~/"];

    /// <summary>The forms; some may be equal, or the value itself.</summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<string> Of(byte[] value) =>
        from kept in Kept
        from format in (string[])["X2", "x2"]
        from plus in (bool[])[false, true]
        select Escape(value, kept, format, plus);

    private static string Escape(byte[] value, string kept, string format, bool plus)
    {
        var text = new StringBuilder(value.Length * 2);
        foreach (var unit in value)
            if (char.IsAsciiLetterOrDigit((char)unit) || kept.Contains((char)unit))
                text.Append((char)unit);
            else if (plus && unit == ' ')
                text.Append('+');
            else
                text.Append('%').Append(unit.ToString(format, CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
