using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Secrets;

/// <summary>Names that say that their value is a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether a name does.</summary>
    /// <param name="name">The name, such as <c>NPM_TOKEN</c>, <c>//host/:_authToken</c>, <c>ClearTextPassword</c>.</param>
    public static bool Has(string name)
    {
        var words = Hump().Replace(name, "$1_$2");
        return Secret().IsMatch(words) && !Harmless().IsMatch(words);
    }

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(
        "(?:^|[^A-Z0-9])(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|KEY|CREDENTIALS?|AUTH|PAT)(?:$|[^A-Z0-9])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Secret();

    // A file's place, a name, a lifetime or a kind of a secret is none, and what is public is none.
    [GeneratedRegex(
        "[^A-Z0-9](?:FILE|PATH|DIR|NAME|ID|URL|URI|TTL|LENGTH|TYPE|HEADER|ISSUER|AUDIENCE|EXPIRES|EXPIRY|ENABLED|LIMIT)$|(?:^|[^A-Z0-9])PUBLIC(?:$|[^A-Z0-9])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Harmless();
}
