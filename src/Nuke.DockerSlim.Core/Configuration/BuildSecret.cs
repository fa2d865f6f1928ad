using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// A secret mount of the Dockerfile (<c>RUN --mount=type=secret,id=…</c>) and where its value comes from.
/// Only the source is kept, never the value.
/// </summary>
/// <param name="Id">The id that the Dockerfile names.</param>
/// <param name="File">The file that holds the value; null when it comes from the environment.</param>
/// <param name="EnvironmentVariable">The environment variable that holds the value; null when it comes from a file.</param>
public sealed record BuildSecret(string Id, string? File, string? EnvironmentVariable)
{
    /// <summary>Reads buildx's own notation: <c>id=npmrc,src=.npmrc</c> or <c>id=token,env=NPM_TOKEN</c>.</summary>
    /// <param name="text">The notation.</param>
    /// <exception cref="InputException">The text is no secret; the message says what is missing.</exception>
    public static BuildSecret Parse(string text)
    {
        string? id = null,
            file = null,
            variable = null;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (key, value) = part.IndexOf('=') is > 0 and var at ? (part[..at].ToLowerInvariant(), part[(at + 1)..]) : (part, "");
            switch (key)
            {
                case "id":
                    id = value;
                    break;
                case "src" or "source":
                    file = value;
                    break;
                case "env":
                    variable = value;
                    break;
                case "type" when value is "file" or "env":
                    break;
                default:
                    throw new InputException(
                        $"The build secret '{id ?? "?"}' has the unknown part '{key}'; write id=NAME,src=FILE or id=NAME,env=VARIABLE."
                    );
            }
        }
        if (string.IsNullOrEmpty(id))
            throw new InputException("A build secret has no id; write id=NAME,src=FILE or id=NAME,env=VARIABLE.");
        if (file is not null && variable is not null)
            throw new InputException($"The build secret '{id}' names both a file and an environment variable; keep one of them.");
        // buildx's own default: the variable of the secret's name.
        return new BuildSecret(id, file, file is null ? variable ?? id : null);
    }

    /// <summary>buildx's notation.</summary>
    public override string ToString() => File is null ? $"id={Id},env={EnvironmentVariable}" : $"id={Id},src={File}";
}
