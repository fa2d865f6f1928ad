using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using Octokit.Internal;

namespace Octokit;

public class Connection : IConnection
{
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly HttpClient _http = new(new Redirects());
    private ApiInfo _lastApiInfo;

    public Connection(ProductHeaderValue productInformation)
        : this(productInformation, GitHubClient.GitHubApiUrl) { }

    public Connection(ProductHeaderValue productInformation, Uri baseAddress)
        : this(productInformation, baseAddress, new InMemoryCredentialStore(Credentials.Anonymous)) { }

    public Connection(ProductHeaderValue productInformation, ICredentialStore credentialStore)
        : this(productInformation, GitHubClient.GitHubApiUrl, credentialStore) { }

    public Connection(ProductHeaderValue productInformation, Uri baseAddress, ICredentialStore credentialStore)
    {
        Ensure.NotNull(productInformation);
        Ensure.NotNull(baseAddress);
        CredentialStore = Ensure.NotNull(credentialStore);
        if (!baseAddress.IsAbsoluteUri)
            throw new ArgumentException($"The base address '{baseAddress}' must be an absolute URI", nameof(baseAddress));
        BaseAddress = baseAddress;
        var architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant().Replace("x64", "amd64");
        UserAgent =
            $"{productInformation} ({Environment.OSVersion.Platform} {Environment.OSVersion.Version.ToString(3)}; {architecture}; {CultureInfo.CurrentCulture.Name}; Octokit.net 14.0.0)";
    }

    public Uri BaseAddress { get; }

    public string UserAgent { get; }

    public ICredentialStore CredentialStore { get; private set; }

    public Credentials Credentials
    {
        get => CredentialStore.GetCredentials().GetAwaiter().GetResult() ?? Credentials.Anonymous;
        set => CredentialStore = new InMemoryCredentialStore(Ensure.NotNull(value));
    }

    public ApiInfo GetLastApiInfo() => _lastApiInfo?.Clone();

    public void SetRequestTimeout(TimeSpan timeout) => _http.Timeout = timeout;

    public Task<IApiResponse<T>> Get<T>(Uri uri, IDictionary<string, string> parameters) => Get<T>(uri, parameters, null);

    public Task<IApiResponse<T>> Get<T>(Uri uri, IDictionary<string, string> parameters, string accepts) =>
        Get<T>(uri, parameters, accepts, CancellationToken.None);

    public Task<IApiResponse<T>> Get<T>(
        Uri uri,
        IDictionary<string, string> parameters,
        string accepts,
        CancellationToken cancellationToken
    ) => CallAsync<T>(HttpMethod.Get, uri, parameters, null, accepts, null, cancellationToken);

    public async Task<IApiResponse<Stream>> GetRawStream(Uri uri, IDictionary<string, string> parameters)
    {
        using var request = Request(HttpMethod.Get, uri, parameters, null, AcceptHeaders.RawContentMediaType, null);
        var answer = await SendAsync(request, asStream: true, CancellationToken.None).ConfigureAwait(false);
        return new ApiResponse<Stream>(answer, answer.Body as Stream);
    }

    public Task<IApiResponse<T>> Post<T>(
        Uri uri,
        object body,
        string accepts,
        string contentType,
        IDictionary<string, string> parameters = null,
        CancellationToken cancellationToken = default
    ) => CallAsync<T>(HttpMethod.Post, uri, parameters, Ensure.NotNull(body), accepts, contentType, cancellationToken);

    public Task<IApiResponse<T>> Patch<T>(Uri uri, object body) =>
        CallAsync<T>(HttpMethod.Patch, uri, null, Ensure.NotNull(body), null, null, CancellationToken.None);

    public async Task<HttpStatusCode> Delete(Uri uri)
    {
        using var request = Request(HttpMethod.Delete, uri, null, null, null, null);
        return (await SendAsync(request, asStream: false, CancellationToken.None).ConfigureAwait(false)).StatusCode;
    }

    private async Task<IApiResponse<T>> CallAsync<T>(
        HttpMethod method,
        Uri uri,
        IDictionary<string, string> parameters,
        object body,
        string accepts,
        string contentType,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(method, uri, parameters, body, accepts, contentType);
        var answer = await SendAsync(request, asStream: false, cancellationToken).ConfigureAwait(false);
        return answer.Body switch
        {
            string json when answer.ContentType == "application/json" => new ApiResponse<T>(answer, Json.Deserialize<T>(json)),
            T text => new ApiResponse<T>(answer, text),
            _ => new ApiResponse<T>(answer, default),
        };
    }

    private HttpRequestMessage Request(
        HttpMethod method,
        Uri uri,
        IDictionary<string, string> parameters,
        object body,
        string accepts,
        string contentType
    )
    {
        Ensure.NotNull(uri);
        var request = new HttpRequestMessage(method, new Uri(BaseAddress, Query.Add(uri, parameters)));
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", accepts ?? AcceptHeaders.StableVersionJson);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? Json.Serialize(body), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType ?? FormType, "utf-8");
        }
        return request;
    }

    private async Task<HttpAnswer> SendAsync(HttpRequestMessage request, bool asStream, CancellationToken cancellationToken)
    {
        AuthorizationHeader.Apply(await CredentialStore.GetCredentials().ConfigureAwait(false), request);
        // A stream is handed on while it still arrives; its reader disposes of it.
        var completion = asStream ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead;
        var response = await _http.SendAsync(request, completion, cancellationToken).ConfigureAwait(false);
        var answer = await HttpAnswer.ReadAsync(response, asStream, cancellationToken).ConfigureAwait(false);
        // Also of a refusal: its rate limit is the one that matters.
        _lastApiInfo = answer.ApiInfo;
        Refusal.ThrowIfRefused(answer);
        return answer;
    }
}
