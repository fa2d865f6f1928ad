using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Nuke.DockerSlim.Secrets;

/// <summary>A text with the escapes that writers of JSON use: what must be escaped is agreed, what is escaped besides is not.</summary>
internal static class JsonForms
{
    /// <summary>The forms; some may be equal, or the text itself.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Of(string text)
    {
        var least = Escape(text, _ => false);
        // JavaScript, Rust; PHP escapes slashes; Go what HTML would read; Python and PHP what is not ASCII; .NET most of that with capital digits.
        return
        [
            least,
            least.Replace("/", "\\/", StringComparison.Ordinal),
            Escape(text, x => x is '<' or '>' or '&' or '\u2028' or '\u2029'),
            Escape(text, x => x > '~'),
            JavaScriptEncoder.Default.Encode(text),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
        ];
    }

    private static string Escape(string text, Func<char, bool> more)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
            if (Short(unit) is { } letter)
                result.Append('\\').Append(letter);
            else if (unit < ' ' || more(unit))
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                result.Append(unit);
        return result.ToString();
    }

    private static char? Short(char unit) =>
        unit switch
        {
            '"' or '\\' => unit,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => null,
        };
}
