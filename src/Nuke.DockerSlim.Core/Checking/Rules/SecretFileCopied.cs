using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking.Rules;

/// <summary>A file that holds secrets is copied into a layer.</summary>
internal sealed class SecretFileCopied() : DockerfileRule("secret-file-copied", FindingSeverity.Error)
{
    private static readonly HashSet<string> Names =
    [
        ".env",
        ".netrc",
        ".pypirc",
        ".git-credentials",
        ".pgpass",
        "id_rsa",
        "id_ed25519",
        "id_ecdsa",
        "id_dsa",
        "id_ecdsa_sk",
        "id_ed25519_sk",
        ".htpasswd",
        ".vault-token",
        ".s3cfg",
        "kubeconfig",
        ".ssh",
        ".aws",
        ".kube",
        ".gnupg",
        ".dockerconfigjson",
        "credentials.json",
        "service-account.json",
    ];

    private static readonly string[] Endings = [".pem", ".key", ".pfx", ".p12", ".keystore", ".jks", ".ppk"];

    public override IEnumerable<RuleHit> Check(CheckedDockerfile file)
    {
        foreach (
            var instruction in file
                .Dockerfile.Stages.SelectMany(x => x.Instructions)
                .Where(x => x.Keyword is "COPY" or "ADD" && !x.Values("from").Any())
        )
        foreach (var source in CopyArguments.Of(instruction).Sources.Where(x => IsSecret(x) || IsSecret(x, file.Context)))
            yield return new RuleHit(
                instruction.FirstLine,
                $"{source} looks like a secret: whatever a later line does, it stays in this layer.",
                "Give it as a secret mount (RUN --mount=type=secret,id=...), and list it in .dockerignore."
            );
    }

    // Settings of a package manager may hold a token or not: that somebody has looked at.
    private static bool IsSecret(string source, CheckedContext? context) =>
        context is not null && context.SecretFiles.Contains(source.StartsWith("./", StringComparison.Ordinal) ? source[2..] : source);

    private static bool IsSecret(string source)
    {
        var name = source.TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        return Names.Contains(name)
            || (
                name.StartsWith(".env.", StringComparison.Ordinal)
                && name is not (".env.example" or ".env.sample" or ".env.template" or ".env.dist")
            )
            || Endings.Any(x => name.EndsWith(x, StringComparison.Ordinal));
    }
}
