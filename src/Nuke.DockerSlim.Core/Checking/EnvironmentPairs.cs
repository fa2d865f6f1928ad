using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Checking;

/// <summary>Names and values of an ENV or ARG.</summary>
internal static class EnvironmentPairs
{
    /// <summary>The pairs; the value of an ARG without default is null.</summary>
    /// <param name="instruction">The ENV or ARG; ENV in its old form (<c>ENV NAME value</c>), too.</param>
    public static IReadOnlyList<KeyValuePair<string, string?>> Of(DockerfileInstruction instruction)
    {
        string[] words = [.. DockerfileWords.Split(instruction.Arguments).Select(x => DockerfileWords.Unquote(x))];
        return instruction.Keyword == "ENV" && words.Length > 1 && !words[0].Contains('=')
            ? [KeyValuePair.Create<string, string?>(words[0], string.Join(' ', words.Skip(1)))]
            : [.. words.Select(x => x.Split('=', 2)).Select(x => KeyValuePair.Create(x[0], x.Length == 2 ? x[1] : null))];
    }
}
