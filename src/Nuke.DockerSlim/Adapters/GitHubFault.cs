using System.Globalization;
using System.Net;
using System.Runtime.Serialization;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Octokit;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What went wrong with a request to GitHub, told by what Octokit throws.</summary>
internal sealed record GitHubFault
{
    // GitHub's own advice where it does not say how long (docs.github.com, "Best practices for using the REST API").
    private static readonly TimeSpan UnstatedWait = TimeSpan.FromMinutes(1);

    public required CommentFailure Failure { get; init; }

    /// <summary>The answer's status; null: there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>How long the server wants one to wait; null: it does not say, or waiting does not help.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether it may go well when it is tried again.</summary>
    public bool MayPass => Failure is CommentFailure.RateLimited or CommentFailure.Unavailable;

    /// <summary>What the server or the system said of it; not for display as it is.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Reads an exception; null: it is none of a request.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="now">This machine's time, for servers that do not tell theirs.</param>
    public static GitHubFault? Of(Exception exception, DateTimeOffset now) =>
        exception switch
        {
            ApiException answer => Of(answer, now),
            HttpRequestException or IOException or OperationCanceledException or TimeoutException => new GitHubFault
            {
                Failure = CommentFailure.Unavailable,
                Evidence = exception.Message,
            },
            // A redirect that leads nowhere, or an answer that is not in GitHub's form: some other server's, then.
            SerializationException or JsonException or InvalidOperationException or InvalidCastException or FormatException =>
                new GitHubFault { Failure = CommentFailure.Rejected, Evidence = exception.Message },
            _ => null,
        };

    private static GitHubFault Of(ApiException answer, DateTimeOffset now) =>
        new()
        {
            Failure = Kind(answer),
            Status = (int)answer.StatusCode,
            Wait = Kind(answer) switch
            {
                CommentFailure.RateLimited => StatedWait(answer, now) ?? UnstatedWait,
                CommentFailure.Unavailable => StatedWait(answer, now),
                _ => null,
            },
            Evidence = answer.Message,
        };

    // GitHub uses 403 and 429 for limits of every kind; what a 403 means Octokit tells by its text.
    private static CommentFailure Kind(ApiException answer) =>
        answer switch
        {
            AuthorizationException => CommentFailure.BadToken,
            RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException => CommentFailure.RateLimited,
            { StatusCode: HttpStatusCode.TooManyRequests } => CommentFailure.RateLimited,
            ForbiddenException when Header(answer, "Retry-After") is not null => CommentFailure.RateLimited,
            ForbiddenException => CommentFailure.NotPermitted,
            NotFoundException => CommentFailure.Missing,
            { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => CommentFailure.Unavailable,
            _ => CommentFailure.Rejected,
        };

    private static TimeSpan? StatedWait(ApiException answer, DateTimeOffset now)
    {
        var serverNow = Date(Header(answer, "Date")) ?? now;
        if (Header(answer, "Retry-After") is { } after)
            return Seconds(after) is { } seconds ? TimeSpan.FromSeconds(seconds)
                : Date(after) is { } date ? Positive(date - serverNow)
                : null;
        return Header(answer, "X-RateLimit-Remaining") == "0" && Seconds(Header(answer, "X-RateLimit-Reset")) is { } reset
            ? Positive(DateTimeOffset.FromUnixTimeSeconds(reset) - serverNow)
            : null;
    }

    // The reset falls within a second that the server gives as a whole one.
    private static TimeSpan Positive(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait;

    private static long? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000 ? seconds : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    // Names come as the server wrote them, which is in small letters over HTTP/2.
    private static string? Header(ApiException answer, string name) =>
        answer.HttpResponse?.Headers.FirstOrDefault(x => string.Equals(x.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
