namespace Nuke.DockerSlim.Adapters;

/// <summary>What a registry knows somebody by. Never printed.</summary>
/// <param name="User">The user's name; empty with an identity token.</param>
/// <param name="Secret">Password, or token.</param>
/// <param name="IsIdentityToken">Whether the secret is a token to be exchanged for access tokens (OAuth 2 refresh token).</param>
internal sealed record RegistryCredentials(string User, string Secret, bool IsIdentityToken)
{
    /// <inheritdoc />
    public override string ToString() => "(credentials)";
}
