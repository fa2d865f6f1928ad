using System.Net.Http.Headers;
using System.Text;

namespace Octokit.Internal;

internal static class AuthorizationHeader
{
    public static void Apply(Credentials credentials, HttpRequestMessage request) =>
        request.Headers.Authorization = credentials?.AuthenticationType switch
        {
            AuthenticationType.Basic => new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.Login}:{credentials.Password}"))
            ),
            AuthenticationType.Oauth => new AuthenticationHeaderValue("Token", credentials.Password),
            AuthenticationType.Bearer => new AuthenticationHeaderValue("Bearer", credentials.Password),
            _ => null,
        };
}
