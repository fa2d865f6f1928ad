using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Sends requests to registries: with TLS unless they are on this machine, with a token where one is wanted, again where that may help.</summary>
internal sealed class RegistryTransport : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostAttempts = 4;
    private const long SlowestUpload = 50_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RegistryClients _clients;
    private readonly RegistryTrust _trust;
    private readonly RegistryTokens _tokens;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<(string Host, string Scope), AuthenticationHeaderValue> _answers = [];
    private readonly ConcurrentDictionary<string, string> _schemes = [];

    /// <summary>Prepares it; nothing is asked yet.</summary>
    /// <param name="logins">The user's logins.</param>
    /// <param name="trust">Whose certificates are taken.</param>
    /// <param name="clock">Waits before a request is sent again.</param>
    public RegistryTransport(IRegistryLogins logins, RegistryTrust trust, TimeProvider clock)
    {
        _trust = trust;
        _clients = new RegistryClients(trust);
        _tokens = new RegistryTokens(_clients, logins);
        _clock = clock;
    }

    /// <summary>Sends a request and gives the answer's head; its body is read by the caller, who disposes it.</summary>
    /// <param name="address">The repository.</param>
    /// <param name="path">What is asked for, below <c>/v2/REPOSITORY/</c>; or a whole address that the registry named.</param>
    /// <param name="actions">What is to be done with the repository: <c>pull</c>, <c>pull,push</c>.</param>
    /// <param name="make">Makes the request, anew for every attempt.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, asks for credentials, or is too busy.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        RegistryAddress address,
        string path,
        string actions,
        Func<Uri, HttpRequestMessage> make,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SendHomeAsync(address, path, actions, make, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError is HttpRequestError.SecureConnectionError or HttpRequestError.ConnectionError)
        {
            if (!await _trust.LearnAsync(address.Authority, cancellationToken).ConfigureAwait(false))
                throw RegistryFault.Unreachable(address, e);
            return await SendAsync(address, path, actions, make, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw RegistryFault.Unreachable(address, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw RegistryFault.Silent(address, e);
        }
    }

    /// <summary>Waits before something is tried again.</summary>
    /// <param name="attempt">Which attempt failed, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(Backoff.After(attempt), _clock, cancellationToken);

    private async Task<HttpResponseMessage> SendHomeAsync(
        RegistryAddress address,
        string path,
        string actions,
        Func<Uri, HttpRequestMessage> make,
        CancellationToken cancellationToken
    )
    {
        var scheme = await SchemeAsync(address, cancellationToken).ConfigureAwait(false);
        var home = new Uri($"{scheme}://{address.Authority}/v2/{address.Repository}/");
        return await FollowAsync(address, home, path, $"repository:{address.Repository}:{actions}", make, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(
        RegistryAddress address,
        Uri home,
        string path,
        string scope,
        Func<Uri, HttpRequestMessage> make,
        CancellationToken cancellationToken
    )
    {
        var uri = new Uri(home, path);
        for (var hop = 0; ; hop++)
        {
            var isHome = uri.Authority == home.Authority && uri.Scheme == home.Scheme;
            var answer = await AttemptAsync(address, uri, isHome, scope, make, cancellationToken).ConfigureAwait(false);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return answer;
            answer.Dispose();
            var next = new Uri(uri, location);
            if (hop >= MostRedirects)
                throw new EngineException($"The registry {address.Host} sends requests on and on; ask its administrator.");
            if (
                next.Scheme != Uri.UriSchemeHttps
                && !(next.Scheme == Uri.UriSchemeHttp && (home.Scheme == Uri.UriSchemeHttp || next.IsLoopback))
            )
                throw new EngineException(
                    $"The registry {address.Host} sends the request on to {next.Scheme}://{next.Authority}, which is not protected; ask its administrator."
                );
            uri = next;
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(
        RegistryAddress address,
        Uri uri,
        bool isHome,
        string scope,
        Func<Uri, HttpRequestMessage> make,
        CancellationToken cancellationToken
    )
    {
        var isAnswered = false;
        for (var attempt = 1; ; attempt++)
        {
            using var request = make(uri);
            if (isHome && _answers.TryGetValue((address.Host, scope), out var known))
                request.Headers.Authorization = known;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience + TimeSpan.FromSeconds((request.Content?.Headers.ContentLength ?? 0) / SlowestUpload));
            HttpResponseMessage answer;
            try
            {
                answer = await _clients.SendAsync(request, patience.Token).ConfigureAwait(false);
            }
            // A layer is begun anew by who uploads it: its place is lost.
            catch (Exception e) when (RegistryFault.IsCut(e) && request.Content is not StreamContent && attempt < MostAttempts)
            {
                await PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (answer.StatusCode == HttpStatusCode.Unauthorized && isHome && !isAnswered)
            {
                // Once: what is refused with a fresh token will be refused again.
                isAnswered = true;
                using (answer)
                    await AuthenticateAsync(address, answer, scope, cancellationToken).ConfigureAwait(false);
                continue;
            }
            var isBusy = answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode is 500 or 502 or 503 or 504;
            if (!isBusy || attempt >= MostAttempts)
                return answer;
            var wait = Wait(answer, attempt);
            answer.Dispose();
            if (wait > LongestWait)
                throw RegistryFault.Busy(address, wait);
            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AuthenticateAsync(
        RegistryAddress address,
        HttpResponseMessage answer,
        string scope,
        CancellationToken cancellationToken
    )
    {
        var challenges = answer.Headers.TryGetValues("WWW-Authenticate", out var values) ? values : [];
        var challenge = challenges.Select(RegistryChallenge.Read).OfType<RegistryChallenge>().OrderBy(x => !x.IsBearer).FirstOrDefault();
        var header = challenge is null
            ? null
            : await _tokens.AnswerAsync(address, challenge, scope, cancellationToken).ConfigureAwait(false);
        _answers[(address.Host, scope)] = header ?? throw RegistryFault.Unauthorized(address);
    }

    private TimeSpan Wait(HttpResponseMessage answer, int attempt) =>
        answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
            _ => Backoff.After(attempt),
        };

    /// <summary>Docker takes registries of this machine without TLS. One that speaks TLS there answers plain HTTP with 400, or not at all.</summary>
    private async Task<string> SchemeAsync(RegistryAddress address, CancellationToken cancellationToken)
    {
        if (!address.IsLoopback && !_trust.IsInsecure(address.Authority))
            return Uri.UriSchemeHttps;
        if (_schemes.TryGetValue(address.Authority, out var known))
            return known;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{address.Authority}/v2/"));
            using var answer = await _clients.SendAsync(question, patience.Token).ConfigureAwait(false);
            known = answer.StatusCode == HttpStatusCode.BadRequest ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse)
        {
            known = Uri.UriSchemeHttps;
        }
        return _schemes[address.Authority] = known;
    }
}
