using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What a registry wants to see before it answers (distribution specification: token authentication; RFC 7617 for basic).</summary>
/// <param name="IsBearer">Whether a token is wanted; else user and password.</param>
/// <param name="Parameters">Realm, service and scope of the token.</param>
internal sealed partial record RegistryChallenge(bool IsBearer, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Reads the header; null where it asks for nothing that is known.</summary>
    /// <param name="header">The value of <c>WWW-Authenticate</c>.</param>
    public static RegistryChallenge? Read(string header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Pair().Matches(header))
            parameters[match.Groups["name"].Value] = match.Groups["quoted"].Success
                ? match.Groups["quoted"].Value
                : match.Groups["plain"].Value;
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && parameters.ContainsKey("realm"))
            return new RegistryChallenge(true, parameters);
        return header.StartsWith("Basic", StringComparison.OrdinalIgnoreCase) ? new RegistryChallenge(false, parameters) : null;
    }

    [GeneratedRegex("""(?<name>[a-zA-Z]+)=("(?<quoted>[^"]*)"|(?<plain>[^\s,]+))""", RegexOptions.None, 1000)]
    private static partial Regex Pair();
}
