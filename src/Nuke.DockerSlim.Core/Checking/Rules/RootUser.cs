using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>The service runs as root.</summary>
internal sealed class RootUser() : DockerfileRule("root-user", FindingSeverity.Warning)
{
    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        var user = file.ProductionChain.SelectMany(x => x.Instructions).LastOrDefault(x => x.Keyword == "USER");
        if (user is null)
        {
            // Bases that run as another user say so in their names.
            if (file.ProductionChain[0].Base is not { } name || !IsNonRoot(name))
                yield return new RuleHit(
                    file.Production.From.FirstLine,
                    $"No USER in {file.Production.Label} or below: the service runs as root unless the base image says otherwise.",
                    "End the production stage with USER and a number, such as USER 1000:1000."
                );
        }
        else if (user.Arguments.Trim('"').Split(':')[0] is "root" or "0")
            yield return new RuleHit(user.FirstLine, "The service runs as root.", "Use a user without rights, such as USER 1000:1000.");
    }

    private static bool IsNonRoot(string name) =>
        name.Contains("nonroot", StringComparison.OrdinalIgnoreCase)
        || name.Contains("chiseled", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("cgr.dev/chainguard/", StringComparison.Ordinal)
        || name.Contains("unprivileged", StringComparison.OrdinalIgnoreCase);
}
