using System.Text.RegularExpressions;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A secret given as ARG or ENV: it is in the image's history or config for everybody who pulls it.</summary>
internal sealed partial class SecretInBuildArg() : DockerfileRule("secret-in-build-arg", FindingSeverity.Error)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (var instruction in file.Dockerfile.Instructions)
        {
            if (instruction.Keyword is not ("ARG" or "ENV"))
                continue;
            foreach (var (name, value) in EnvironmentPairs.Of(instruction).Where(x => IsSecret(x.Key, x.Value)))
                yield return new RuleHit(
                    instruction.FirstLine,
                    $"{instruction.Keyword} {name} looks like a secret: it stays readable in the image{(instruction.Keyword == "ARG" ? "'s history" : "")}.",
                    $"Give it as a secret mount: RUN --mount=type=secret,id={name.ToLowerInvariant()},env={name} ..."
                );
        }
    }

    private static bool IsSecret(string name, string? value) =>
        SecretName().IsMatch(name) && !HarmlessName().IsMatch(name) && value is not ("" or "true" or "false");

    [GeneratedRegex(
        "(?:^|_)(?:PASSWORD|PASSWD|PWORD|PASSPHRASE|SECRET|TOKEN|APIKEY|API_KEY|ACCESS_KEY|(?:PRIVATE|SIGNING|ENCRYPTION|DEPLOY|SSH|MASTER)_KEY|CREDENTIALS?|AUTH)(?:$|_)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();

    // A file's place, a name, a lifetime or a kind of a secret is none.
    [GeneratedRegex(
        "_(?:FILE|PATH|DIR|NAME|ID|URL|URI|TTL|LENGTH|TYPE|HEADER|ISSUER|AUDIENCE|EXPIRES|EXPIRY|ENABLED|LIMIT)$|^PUBLIC_",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HarmlessName();
}
