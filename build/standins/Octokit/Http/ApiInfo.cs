namespace Octokit;

public class ApiInfo
{
    public ApiInfo(
        IDictionary<string, Uri> links,
        IList<string> oauthScopes,
        IList<string> acceptedOauthScopes,
        string etag,
        RateLimit rateLimit,
        TimeSpan serverTimeDifference = default
    )
    {
        Links = new Dictionary<string, Uri>(links).AsReadOnly();
        OauthScopes = [.. oauthScopes];
        AcceptedOauthScopes = [.. acceptedOauthScopes];
        Etag = etag;
        RateLimit = rateLimit;
        ServerTimeDifference = serverTimeDifference;
    }

    public IReadOnlyList<string> OauthScopes { get; }

    public IReadOnlyList<string> AcceptedOauthScopes { get; }

    public string Etag { get; }

    public IReadOnlyDictionary<string, Uri> Links { get; }

    public RateLimit RateLimit { get; }

    public TimeSpan ServerTimeDifference { get; }

    public ApiInfo Clone() =>
        new(new Dictionary<string, Uri>(Links), [.. OauthScopes], [.. AcceptedOauthScopes], Etag, RateLimit?.Clone(), ServerTimeDifference);
}
