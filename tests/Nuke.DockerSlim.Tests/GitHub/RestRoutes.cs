using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>What the server answers, and what is wrong with a request by docs.github.com ("REST API endpoints for issue comments" and others).</summary>
/// <param name="data">What the server knows.</param>
/// <param name="basePath">Where its API is.</param>
/// <param name="mistake">Told of each mistake of a request.</param>
internal sealed partial class RestRoutes(RestData data, string basePath, Action<string> mistake)
{
    // "Body is too long (maximum is 65536 characters)"
    private const int LongestBody = 65_536;

    public RestReply Answer(RestRequest request)
    {
        Check(request);
        if (
            Bearer().Match(request.Headers["Authorization"] ?? "") is not { Success: true } bearer
            || !data.Logins.TryGetValue(bearer.Groups[1].Value, out var login)
        )
            return RestReply.Message(401, "Bad credentials");
        if (data.IsReadOnly && request.Writes)
            return RestReply.Message(403, "Resource not accessible by integration");
        var path = request.Path[basePath.Length..];
        if (path == "/user" && request.Method == "GET")
            return login.EndsWith("[bot]", StringComparison.Ordinal)
                ? RestReply.Message(403, "Resource not accessible by integration")
                : RestReply.Of(new { login, id = 583231 });
        if (OfIssue().Match(path) is { Success: true } issue && request.Method is "GET" or "POST")
            return OnIssue(request, int.Parse(issue.Groups[1].Value, null), login);
        if (OfComment().Match(path) is { Success: true } comment && request.Method is "PATCH" or "DELETE")
            return OnComment(request, long.Parse(comment.Groups[1].Value, null));
        if (OfCommit().Match(path) is { Success: true } commit && request.Method == "GET")
            return Page(request, data.PullsOfCommit(commit.Groups[1].Value));
        if (path == "/repos/acme/shop/pulls" && request.Method == "GET")
            return Page(request, data.PullsOfBranch(request.Query.GetValueOrDefault("head") ?? ""));
        if (OfPull().Match(path) is { Success: true } pull && data.HasPull(int.Parse(pull.Groups[1].Value, null)))
            return OnPull(request, pull.Groups[2].Value, login);
        mistake($"{request.Line} is nothing that GitHub has.");
        return RestReply.Message(404, "Not Found");
    }

    private RestReply OnIssue(RestRequest request, int issue, string login)
    {
        if (!data.HasPull(issue))
            return RestReply.Message(404, "Not Found");
        if (request.Method == "GET")
            return Page(request, data.Comments(issue));
        return Body(request) is { } body
            ? RestReply.Of(data.One(data.Comment(issue, login, body))!, 201)
            : RestReply.Message(422, "Validation Failed");
    }

    private RestReply OnComment(RestRequest request, long id)
    {
        if (request.Method == "DELETE")
            return data.Remove(id) ? new RestReply(204) : RestReply.Message(404, "Not Found");
        if (Body(request) is not { } body)
            return RestReply.Message(422, "Validation Failed");
        return data.Change(id, body) ? RestReply.Of(data.One(id)!) : RestReply.Message(404, "Not Found");
    }

    private RestReply OnPull(RestRequest request, string what, string login)
    {
        if ((request.Method, what) == ("GET", "files"))
            return Page(request, data.Files);
        if ((request.Method, what) == ("GET", "comments"))
            return Page(request, data.Remarks);
        if ((request.Method, what) == ("POST", "reviews") && request.Json is { ValueKind: JsonValueKind.Object } review)
            return Review(request, review, login);
        mistake($"{request.Line} is nothing that GitHub has.");
        return RestReply.Message(404, "Not Found");
    }

    private RestReply Review(RestRequest request, JsonElement review, string login)
    {
        if (review.EnumerateObject().Select(x => x.Name).Except(["commit_id", "body", "event", "comments"]).Any())
            mistake($"{request.Line} has fields that a review has not: {request.Body}");
        if (review.GetProperty("event").GetString() != "COMMENT" || string.IsNullOrEmpty(review.GetProperty("body").GetString()))
            mistake($"{request.Line} is no review of remarks with a body: {request.Body}");
        foreach (var remark in review.GetProperty("comments").EnumerateArray())
        {
            if (
                remark.EnumerateObject().Select(x => x.Name).Except(["body", "path", "position"]).Any()
                || remark.GetProperty("position").GetInt32() < 1
            )
                mistake($"{request.Line} has a remark that is none: {request.Body}");
            data.Remark(
                login,
                remark.GetProperty("path").GetString()!,
                remark.GetProperty("position").GetInt32(),
                remark.GetProperty("body").GetString()!
            );
        }
        return RestReply.Of(
            new
            {
                id = 80,
                state = "COMMENTED",
                body = review.GetProperty("body").GetString(),
            }
        );
    }

    // One field, a text: that is all that these requests have.
    private string? Body(RestRequest request)
    {
        if (request.Json is not { ValueKind: JsonValueKind.Object } json || json.EnumerateObject().Count() != 1)
        {
            mistake($"{request.Line} has another body than {{\"body\": TEXT}}: {request.Body}");
            return null;
        }
        return json.TryGetProperty("body", out var body) && body.GetString() is { Length: > 0 and <= LongestBody } text ? text : null;
    }

    private RestReply Page(RestRequest request, IReadOnlyList<object> all)
    {
        var length = int.Parse(request.Query.GetValueOrDefault("per_page") ?? "30", null);
        var page = int.Parse(request.Query.GetValueOrDefault("page") ?? "1", null);
        if (length is < 1 or > 100 || page < 1)
            mistake($"{request.Line} asks for page {page} of {length}; there are at most 100 on one.");
        var last = Math.Max(1, (all.Count + length - 1) / length);
        var reply = RestReply.Of(all.Skip((page - 1) * length).Take(length));
        string Link(int to, string rel) => $"<{data.Address}{request.Path[basePath.Length..]}?per_page={length}&page={to}>; rel=\"{rel}\"";
        if (last > 1)
            reply.Headers["link"] = string.Join(
                ", ",
                (string[])
                    [
                        .. page > 1 ? [Link(page - 1, "prev"), Link(1, "first")] : Array.Empty<string>(),
                        .. page < last ? [Link(page + 1, "next"), Link(last, "last")] : Array.Empty<string>(),
                    ]
            );
        return reply;
    }

    private void Check(RestRequest request)
    {
        if (!request.Path.StartsWith(basePath + "/", StringComparison.Ordinal))
            mistake($"{request.Line} is not below {basePath}/.");
        if (request.Headers["User-Agent"] is null or "")
            mistake($"{request.Line} has no User-Agent, which GitHub refuses.");
        if (request.Headers["Accept"]?.Contains("application/vnd.github", StringComparison.Ordinal) != true)
            mistake($"{request.Line} does not ask for GitHub's JSON.");
        if (
            request.Path.Contains(RestServer.Token, StringComparison.Ordinal)
            || request.Body.Contains(RestServer.Token, StringComparison.Ordinal)
        )
            mistake($"{request.Line} carries the token elsewhere than in its header.");
        if (request.Method is "GET" or "DELETE" && request.Body.Length > 0)
            mistake($"{request.Line} has a body.");
        string[] known = ["per_page", "page", "sort", "direction", "since", "state", "head", "base"];
        foreach (var name in request.Query.Keys.Except(known))
            mistake($"{request.Line} has a parameter {name}, which GitHub does not know.");
    }

    [GeneratedRegex(@"\ABearer (\S+)\z")]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\A/repos/acme/shop/issues/([0-9]{1,9})/comments\z")]
    private static partial Regex OfIssue();

    [GeneratedRegex(@"\A/repos/acme/shop/issues/comments/([0-9]{1,18})\z")]
    private static partial Regex OfComment();

    [GeneratedRegex(@"\A/repos/acme/shop/pulls/([0-9]{1,9})/(files|comments|reviews)\z")]
    private static partial Regex OfPull();

    [GeneratedRegex(@"\A/repos/acme/shop/commits/([0-9a-f]{40})/pulls\z")]
    private static partial Regex OfCommit();
}
