using System.Text;
using System.Text.Unicode;

namespace Nuke.DockerSlim.Secrets;

/// <summary>The forms that the bytes of a secret are searched in.</summary>
internal static class NeedleForms
{
    /// <summary>The forms, each different from the others.</summary>
    /// <param name="secret">The number of the secret.</param>
    /// <param name="value">The bytes.</param>
    public static IEnumerable<Needle> Of(int secret, byte[] value)
    {
        var known = new HashSet<string>();
        return All(value)
            .Where(x => known.Add(Convert.ToBase64String(x.Bytes)))
            .Select(x => new Needle(
                secret,
                x.Encoding,
                x.Bytes,
                x.Encoding is SecretEncoding.Base64 or SecretEncoding.Base64Url or SecretEncoding.Hex
            ));
    }

    private static IEnumerable<(SecretEncoding Encoding, byte[] Bytes)> All(byte[] value)
    {
        yield return (SecretEncoding.Raw, value);
        foreach (var form in Base64Forms.Of(value))
        {
            yield return (SecretEncoding.Base64, Encoding.ASCII.GetBytes(form));
            yield return (SecretEncoding.Base64Url, Encoding.ASCII.GetBytes(form.Replace('+', '-').Replace('/', '_')));
        }
        yield return (SecretEncoding.Hex, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(value)));
        yield return (SecretEncoding.Hex, Encoding.ASCII.GetBytes(Convert.ToHexString(value)));
        foreach (var form in UrlForms.Of(value))
            yield return (SecretEncoding.UrlEscaped, Encoding.ASCII.GetBytes(form));
        if (!Utf8.IsValid(value))
            yield break;
        var text = Encoding.UTF8.GetString(value);
        foreach (var form in JsonForms.Of(text))
            yield return (SecretEncoding.JsonEscaped, Encoding.UTF8.GetBytes(form));
        yield return (SecretEncoding.Utf16, Encoding.Unicode.GetBytes(text));
    }
}
