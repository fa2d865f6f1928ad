using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Answers registries' challenges with the user's logins, or without any where the registry is content with that.</summary>
/// <param name="clients">Ask the token service.</param>
/// <param name="logins">The logins.</param>
internal sealed class RegistryTokens(RegistryClients clients, IRegistryLogins logins)
{
    private const int LongestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The header that answers a challenge; null where there is no login and the challenge wants one.</summary>
    /// <param name="address">The registry.</param>
    /// <param name="challenge">What it wants.</param>
    /// <param name="scope">What is to be done, where the challenge does not say: <c>repository:acme/shop:pull</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The token service cannot be reached or refuses.</exception>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(
        RegistryAddress address,
        RegistryChallenge challenge,
        string scope,
        CancellationToken cancellationToken
    )
    {
        var login = await logins.FindAsync(address.Host, cancellationToken).ConfigureAwait(false);
        if (!challenge.IsBearer)
            return login is null ? null : Basic(login);
        if (
            !Uri.TryCreate(challenge.Parameters["realm"], UriKind.Absolute, out var realm)
            || (realm.Scheme != Uri.UriSchemeHttps && !(realm.Scheme == Uri.UriSchemeHttp && realm.IsLoopback))
        )
            throw new EngineException(
                $"The registry {address.Host} names a token service that a password must not be sent to ({challenge.Parameters["realm"]}); the registry's administrator has to give it TLS."
            );
        using var request = login is { IsIdentityToken: true }
            ? Exchange(realm, challenge, login, scope)
            : Ask(realm, challenge, login, scope);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var answer = await clients.SendAsync(request, patience.Token).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
            throw new EngineException(
                $"The registry {address.Host} {(login is null ? "asks for credentials" : "does not take the login that docker has for it")} (its token service answered {(int)answer.StatusCode}); log in with docker login {address.Host}."
            );
        return await ReadAsync(address, answer, cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Ask(Uri realm, RegistryChallenge challenge, RegistryCredentials? login, string scope)
    {
        var query = new StringBuilder(realm.Query.Length > 1 ? realm.Query[1..] + "&" : "");
        if (challenge.Parameters.TryGetValue("service", out var service))
            query.Append("service=").Append(Uri.EscapeDataString(service)).Append('&');
        query.Append("scope=").Append(Uri.EscapeDataString(challenge.Parameters.GetValueOrDefault("scope") ?? scope));
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = query.ToString() }.Uri);
        request.Headers.Authorization = login is null ? null : Basic(login);
        return request;
    }

    private static HttpRequestMessage Exchange(Uri realm, RegistryChallenge challenge, RegistryCredentials login, string scope) =>
        new(HttpMethod.Post, realm)
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "refresh_token",
                    ["client_id"] = "nuke-dockerslim",
                    ["service"] = challenge.Parameters.GetValueOrDefault("service") ?? "",
                    ["scope"] = challenge.Parameters.GetValueOrDefault("scope") ?? scope,
                    ["refresh_token"] = login.Secret,
                }
            ),
        };

    private static async Task<AuthenticationHeaderValue> ReadAsync(
        RegistryAddress address,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        await answer.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken).ConfigureAwait(false);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            foreach (var name in (string[])["token", "access_token"])
                if (
                    json.RootElement.TryGetProperty(name, out var token)
                    && token.GetString() is { Length: > 0 } text
                    && !text.Any(char.IsControl)
                )
                    return new AuthenticationHeaderValue("Bearer", text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Said below: there is no token in it.
        }
        throw new EngineException(
            $"The token service of the registry {address.Host} gave no token; try again later, or ask its administrator."
        );
    }

    private static AuthenticationHeaderValue Basic(RegistryCredentials login) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Secret}")));
}
