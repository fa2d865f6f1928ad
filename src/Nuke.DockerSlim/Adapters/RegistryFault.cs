using System.Net;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What goes wrong with registries, in sentences.</summary>
internal static class RegistryFault
{
    private const int LongestExcerpt = 300;

    /// <summary>Whether the connection broke while it was in use: the same may go well with a new one.</summary>
    /// <param name="cause">What went wrong, or a failure that it caused.</param>
    public static bool IsCut(Exception cause) =>
        (cause is EngineException ? cause.InnerException : cause)
            is IOException
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ResponseEnded
                        or HttpRequestError.InvalidResponse
                        or HttpRequestError.HttpProtocolError
                        or HttpRequestError.Unknown
                };

    /// <summary>Nobody answers.</summary>
    public static EngineException Unreachable(RegistryAddress address, Exception cause) =>
        cause is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            ? new EngineException(
                $"The registry {address.Host} does not speak TLS that this machine trusts; add its certificate to /etc/docker/certs.d/{address.Authority}, or the registry to insecure-registries of the engine.{Evidence(cause.InnerException?.Message ?? cause.Message)}",
                cause
            )
            : new EngineException(
                $"The registry {address.Host} cannot be reached; check the name, that it runs, and the network.{Evidence(cause.Message)}",
                cause
            );

    /// <summary>Somebody is there and says nothing.</summary>
    public static EngineException Silent(RegistryAddress address, Exception cause) =>
        new($"The registry {address.Host} did not answer in time; check that it runs, and the network.", cause);

    /// <summary>It is too busy for longer than anybody would wait.</summary>
    public static EngineException Busy(RegistryAddress address, TimeSpan wait) =>
        new(
            $"The registry {address.Host} takes no more requests for {wait.Text} (too many requests); try again then, or log in with docker login {address.Host} for a higher limit."
        );

    /// <summary>It wants a login.</summary>
    public static EngineException Unauthorized(RegistryAddress address) =>
        new($"The registry {address.Host} asks for credentials for {address.Repository}; log in with docker login {address.Host}.");

    /// <summary>Any other answer that is not what was asked for.</summary>
    /// <param name="address">The registry.</param>
    /// <param name="what">What was asked for.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="cancellationToken">Ends the reading of its reasons.</param>
    public static async Task<EngineException> RefusedAsync(
        RegistryAddress address,
        string what,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    ) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Unauthorized(address),
            HttpStatusCode.Forbidden => new EngineException(
                $"The registry {address.Host} denies {what} of {address.Repository}; log in with docker login {address.Host} as somebody who may.{Evidence(await ReasonAsync(answer, cancellationToken).ConfigureAwait(false))}"
            ),
            HttpStatusCode.TooManyRequests => Busy(address, TimeSpan.FromSeconds(60)),
            _ => new EngineException(
                $"The registry {address.Host} answered {(int)answer.StatusCode} to {what} of {address.Repository}; try again later, or ask its administrator.{Evidence(await ReasonAsync(answer, cancellationToken).ConfigureAwait(false))}"
            ),
        };

    private static string Evidence(string text) => text.Length == 0 ? "" : $"{Environment.NewLine}    {text}";

    // {"errors":[{"code":"DENIED","message":"…"}]}
    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var bytes = new byte[16 * 1024];
            var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            using var json = JsonDocument.Parse(bytes.AsMemory(0, read));
            var error = json.RootElement.GetProperty("errors")[0];
            var text = $"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}";
            return string.Concat(text.Where(x => !char.IsControl(x)).Take(LongestExcerpt));
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or IOException
                        or HttpRequestException
            )
        {
            // It gave no reasons, or none in the registries' form.
            return "";
        }
    }
}
