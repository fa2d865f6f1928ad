namespace Nuke.DockerSlim.Reporting;

/// <summary>What the search for a build secret came to: a place that it was met at, or that it was met nowhere. Never anything of its value.</summary>
public sealed record SecretFacts
{
    /// <summary>The secret's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether its value was met; null: it was not searched for.</summary>
    public bool? Found { get; init; }

    /// <summary>
    /// What it was met in: <c>file</c>, <c>fileName</c>, <c>link</c>, <c>config</c>, <c>history</c>, <c>label</c>, <c>annotation</c>, <c>attestation</c>,
    /// <c>log</c>; null when it was not met.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>The layer, from zero; null where it is in none.</summary>
    public int? Layer { get; init; }

    /// <summary>The file, the property of the document, or the step whose output it is; the value in it is masked. Null when it was not met.</summary>
    public string? Path { get; init; }

    /// <summary>The Dockerfile line that brought it; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// The form that it was met in: <c>raw</c>, <c>base64</c>, <c>base64Url</c>, <c>urlEscaped</c>, <c>jsonEscaped</c>, <c>hex</c>, <c>utf16</c>; null when it was not met.
    /// </summary>
    public string? Encoding { get; init; }

    /// <summary>What was not searched, a sentence; null: all was.</summary>
    public string? Gap { get; init; }

    /// <summary>The platform's image that it is about; null in the report of one platform.</summary>
    public string? Platform { get; init; }
}
