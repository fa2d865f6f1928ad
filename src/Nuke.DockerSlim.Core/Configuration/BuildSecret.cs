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
    private const string Forms = "write id=NAME,src=FILE or id=NAME,env=VARIABLE";

    /// <summary>
    /// Reads buildx's own notation: <c>id=npmrc,src=.npmrc</c> or <c>id=token,env=NPM_TOKEN</c>. A part with a comma stands in quotes:
    /// <c>id=npmrc,"src=a,b/.npmrc"</c>.
    /// </summary>
    /// <param name="text">The notation.</param>
    /// <exception cref="InputException">
    /// The text is no secret; the message says what is missing. It repeats the id alone: anything else may be a value that got there by mistake.
    /// </exception>
    public static BuildSecret Parse(string text)
    {
        string? id = null,
            source = null,
            variable = null,
            type = null;
        var number = 0;
        foreach (var part in Parts(text))
        {
            number++;
            var at = part.IndexOf('=');
            var value = part[(at + 1)..];
            switch (at < 0 ? "" : part[..at].ToLowerInvariant())
            {
                case "id":
                    id = value;
                    break;
                case "src" or "source":
                    source = value;
                    break;
                case "env":
                    variable = value;
                    break;
                case "type" when value is "file" or "env":
                    type = value;
                    break;
                default:
                    throw new InputException(
                        $"{Subject(id)} has a part that is not understood, number {number}; {Forms}, with quotes around a part that has a comma in it."
                    );
            }
        }
        if (string.IsNullOrEmpty(id))
            throw new InputException($"A build secret has no id; {Forms}.");
        if (source is not null && variable is not null)
            throw new InputException($"The build secret '{id}' names both a file and an environment variable; keep one of them.");
        // buildx reads the source of an environment secret as the variable's name.
        if (type == "env")
            (source, variable) = (null, variable ?? source);
        // Of buildx's own defaults the first: the variable of the secret's name, not the file of that name in whatever folder it runs in.
        return new BuildSecret(id, source, source is null ? variable ?? id : null);
    }

    /// <summary>buildx's notation.</summary>
    public override string ToString() => CommaFields.Join($"id={Id}", File is null ? $"env={EnvironmentVariable}" : $"src={File}");

    private static IReadOnlyList<string> Parts(string text)
    {
        try
        {
            return CommaFields.Split(text);
        }
        catch (FormatException e)
        {
            throw new InputException($"A build secret {e.Message}; {Forms}.");
        }
    }

    private static string Subject(string? id) => string.IsNullOrEmpty(id) ? "A build secret" : $"The build secret '{id}'";
}
