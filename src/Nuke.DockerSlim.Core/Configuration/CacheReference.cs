using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// One place that layer cache is read from or written to, in buildx's notation (docker/buildx, <c>util/buildflags</c>): fields <c>name=value</c> with commas in
/// between, one of them <c>type</c>; a name alone is an image in a registry.
/// </summary>
/// <param name="Type">The backend, in small letters: <c>registry</c>, <c>local</c>, <c>gha</c>, <c>s3</c>, <c>azblob</c>, <c>inline</c>.</param>
/// <param name="Attributes">Its other fields, in their order; names in small letters.</param>
internal sealed record CacheReference(string Type, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    public const string Registry = "registry";
    public const string Local = "local";
    public const string Actions = "gha";
    public const string S3 = "s3";
    public const string AzureBlob = "azblob";
    public const string Inline = "inline";

    /// <summary>The backends that BuildKit has.</summary>
    public static IReadOnlyList<string> Types { get; } = [Registry, Local, Actions, S3, AzureBlob, Inline];

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">It is none; the message does not repeat fields that may be secret.</exception>
    public static CacheReference Parse(string text)
    {
        var fields = Fields(text);
        if (fields is [var name] && name.Length > 0 && !name.Contains('='))
            return new(Registry, [new("ref", name)]);
        var pairs = fields.Select(x => x.Split('=', 2)).ToArray();
        if (pairs.FirstOrDefault(x => x.Length < 2 || x[0].Trim().Length == 0) is { } alone)
            throw new InputException($"The cache '{Shown(alone[0])}...' has a part without a name and a value; {Form}");
        KeyValuePair<string, string>[] attributes = [.. pairs.Select(x => KeyValuePair.Create(x[0].Trim().ToLowerInvariant(), x[1]))];
        var type = attributes.LastOrDefault(x => x.Key == "type").Value?.ToLowerInvariant();
        return type is null
            ? throw new InputException($"The cache with {Shown(fields[0])} has no type; {Form}")
            : new(type, [.. attributes.Where(x => x.Key != "type")]);
    }

    /// <summary>The value of a field; null where it is not there, or empty.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => Attributes.LastOrDefault(x => x.Key == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>The same with another value for a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    public CacheReference With(string name, string value) =>
        Attributes.Any(x => x.Key == name)
            ? this with
            {
                Attributes = [.. Attributes.Select(x => x.Key == name ? KeyValuePair.Create(name, value) : x)],
            }
            : this with
            {
                Attributes = [.. Attributes, KeyValuePair.Create(name, value)],
            };

    /// <summary>The same with every value put through a function.</summary>
    /// <param name="change">The function.</param>
    public CacheReference Each(Func<string, string> change) =>
        this with
        {
            Attributes = [.. Attributes.Select(x => KeyValuePair.Create(x.Key, change(x.Value)))],
        };

    /// <summary>What tells this cache from others of its backend: writing two to one place leaves only the second.</summary>
    public string Place =>
        Type switch
        {
            Registry => $"{Type} {this["ref"]}",
            Local => $"{Type} {this["dest"] ?? this["src"]}",
            Actions => $"{Type} {this["scope"] ?? "buildkit"}",
            S3 => $"{Type} {this["endpoint_url"]} {this["bucket"]} {this["prefix"]} {this["name"] ?? "buildkit"}",
            _ => $"{Type} {this["account_url"]} {this["container"]} {this["prefix"]} {this["name"] ?? "buildkit"}",
        };

    /// <summary>The text that buildx reads.</summary>
    public override string ToString() => CommaFields.Join([$"type={Type}", .. Attributes.Select(x => $"{x.Key}={x.Value}")]);

    private const string Form = "write type=registry,ref=REPOSITORY:TAG, or another type with its fields (docs/scale.md).";

    private static IReadOnlyList<string> Fields(string text)
    {
        try
        {
            return CommaFields.Split(text);
        }
        catch (FormatException e)
        {
            throw new InputException($"A cache {e.Message}; {Form}");
        }
    }

    // A field without its value: values may be keys.
    private static string Shown(string field) => field.Split('=')[0];
}
