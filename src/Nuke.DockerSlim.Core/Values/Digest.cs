using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Values;

/// <summary>
/// A content address, <c>sha256:</c> and 64 hexadecimal digits (OCI image specification, descriptors). Manifests, configs, layers and diff ids have one.
/// </summary>
[JsonConverter(typeof(DigestJsonConverter))]
public readonly record struct Digest
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Creates a digest.</summary>
    /// <param name="value">The text, algorithm included.</param>
    /// <exception cref="InputException">The text is no sha256 or sha512 digest.</exception>
    public Digest(string value) =>
        Value = IsValid(value)
            ? value
            : throw new InputException($"'{value}' is not a digest; a digest is sha256: and 64 hexadecimal digits.");

    /// <summary>The whole text, algorithm included; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <summary>Algorithm and the first twelve digits: enough for a person to compare.</summary>
    public string Short => Value.Length == 0 ? "" : Value[..(Value.IndexOf(':') + 13)];

    /// <summary>The hexadecimal digits alone.</summary>
    internal string Hex => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads a digest, or gives null.</summary>
    /// <param name="text">The text, or null.</param>
    public static Digest? TryParse(string? text) => text is not null && IsValid(text) ? new Digest(text) : null;

    /// <summary>The digest of what was hashed; the hash begins anew.</summary>
    /// <param name="hash">A SHA-256.</param>
    internal static Digest Of(IncrementalHash hash) => new("sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        var hex =
            text.StartsWith("sha256:", StringComparison.Ordinal) ? 64
            : text.StartsWith("sha512:", StringComparison.Ordinal) ? 128
            : 0;
        return hex > 0 && text.Length == 7 + hex && !text.AsSpan(7).ContainsAnyExcept(Hexadecimal);
    }
}
