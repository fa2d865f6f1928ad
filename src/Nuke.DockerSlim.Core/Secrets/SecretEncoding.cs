namespace Nuke.DockerSlim.Secrets;

/// <summary>The form that a secret was met in.</summary>
internal enum SecretEncoding
{
    /// <summary>Its bytes as they are.</summary>
    Raw,

    /// <summary>Base64 (RFC 4648, section 4), at any of the three offsets that text before it may put it at, wrapped into lines or not.</summary>
    Base64,

    /// <summary>Base64 of URLs and file names (RFC 4648, section 5).</summary>
    Base64Url,

    /// <summary>Percent-encoded (RFC 3986), or as HTML forms have it.</summary>
    UrlEscaped,

    /// <summary>With the escapes of a JSON string (RFC 8259).</summary>
    JsonEscaped,

    /// <summary>Hexadecimal digits.</summary>
    Hex,

    /// <summary>UTF-16, low byte first, as Windows programs write texts.</summary>
    Utf16,
}
