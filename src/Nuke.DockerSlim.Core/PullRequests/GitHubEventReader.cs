using System.Text.Json;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>
/// Reads what set off a workflow: the file that <c>GITHUB_EVENT_PATH</c> names, which holds the payload of the webhook
/// (docs.github.com, "Webhook events and payloads").
/// </summary>
public static partial class GitHubEventReader
{
    /// <summary>Nothing larger is a payload: GitHub caps them at 25 MB.</summary>
    public const int LargestPayload = 32 * 1024 * 1024;

    /// <summary>Reads an event.</summary>
    /// <param name="name">Its name, <c>GITHUB_EVENT_NAME</c>.</param>
    /// <param name="payload">The file's content, UTF-8.</param>
    /// <param name="fullRef">What is checked out, <c>GITHUB_REF</c>; null when it is not told.</param>
    /// <param name="commit">The commit that is checked out, <c>GITHUB_SHA</c>; null when it is not told.</param>
    /// <exception cref="InputException">The content is no event.</exception>
    public static GitHubEvent Read(string? name, ReadOnlyMemory<byte> payload, string? fullRef = null, string? commit = null) =>
        Read(payload, x => Read(EventName().IsMatch(name ?? "") ? name! : "unknown", x, fullRef ?? "", commit));

    /// <summary>The default branch of the repository that an event is of, such as <c>main</c>; null: it does not say.</summary>
    /// <param name="payload">The file's content, UTF-8; empty: there is none.</param>
    /// <exception cref="InputException">The content is no event.</exception>
    public static string? DefaultBranch(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty ? null : Read(payload, x => x.Text("repository", "default_branch"));

    private static T Read<T>(ReadOnlyMemory<byte> payload, Func<EventFields, T> take)
    {
        if (payload.Length > LargestPayload)
            throw Broken("it is larger than 32 MB");
        try
        {
            using var json = JsonDocument.Parse(payload.Span.StartsWith(ByteOrderMark) ? payload[ByteOrderMark.Length..] : payload);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw Broken("it is no JSON object");
            return take(new EventFields(json.RootElement));
        }
        catch (JsonException e)
        {
            throw Broken(e.LineNumber is { } line ? $"it is no JSON at line {line + 1}" : "it is no JSON");
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static GitHubEvent Read(string name, EventFields fields, string fullRef, string? commit) =>
        name switch
        {
            "pull_request" or "pull_request_target" or "pull_request_review" or "pull_request_review_comment" => PullRequest(name, fields),
            "workflow_run" => WorkflowRun(name, fields),
            "push" => Push(name, fields),
            "workflow_dispatch" => Branch(name, fullRef, EventFields.Sha(commit), fields.Repository("repository", "full_name")),
            "merge_group" => Nothing(name, "a merge queue builds several pull requests at once"),
            _ => Checkout(name, fullRef),
        };

    private static GitHubEvent PullRequest(string name, EventFields fields)
    {
        var own = fields.Repository("pull_request", "base", "repo", "full_name") ?? fields.Repository("repository", "full_name");
        var head = fields.Repository("pull_request", "head", "repo", "full_name");
        return new GitHubEvent
        {
            Name = name,
            Number = fields.Number("pull_request", "number") ?? fields.Number("number") ?? throw Broken("it has no pull_request.number"),
            HeadSha = fields.Sha("pull_request", "head", "sha") ?? throw Broken("it has no pull_request.head.sha"),
            HeadRef = fields.Text("pull_request", "head", "ref"),
            HeadRepository = head,
            BaseRef = fields.Text("pull_request", "base", "ref"),
            // A fork that was deleted meanwhile is one still.
            IsFork = head is null || own is null || head != own,
        };
    }

    private static GitHubEvent WorkflowRun(string name, EventFields fields)
    {
        var trigger = fields.Text("workflow_run", "event");
        var head = fields.Repository("workflow_run", "head_repository", "full_name");
        var isOfPullRequest = trigger is "pull_request" or "pull_request_target";
        return new GitHubEvent
        {
            Name = name,
            HeadSha = fields.Sha("workflow_run", "head_sha") ?? throw Broken("it has no workflow_run.head_sha"),
            HeadRef = fields.Text("workflow_run", "head_branch"),
            HeadRepository = head,
            IsFork = head is null || head != fields.Repository("repository", "full_name"),
            IsWorkflowRun = true,
            RunId = fields.Id("workflow_run", "id"),
            NothingBecause = isOfPullRequest ? null : "the workflow that ended was not set off by a pull request",
        };
    }

    private static GitHubEvent Push(string name, EventFields fields)
    {
        var pushed = fields.Text("ref") ?? "";
        var sha = fields.Sha("after");
        return sha is null || sha.All(x => x == '0')
            ? Nothing(name, "a branch or tag was deleted")
            : Branch(name, pushed, sha, fields.Repository("repository", "full_name"));
    }

    private static GitHubEvent Branch(string name, string fullRef, string? sha, GitHubRepository? repository) =>
        fullRef.StartsWith("refs/heads/", StringComparison.Ordinal) && sha is not null
            ? new GitHubEvent
            {
                Name = name,
                HeadSha = sha,
                HeadRef = fullRef["refs/heads/".Length..],
                HeadRepository = repository,
            }
            : Nothing(name, "what was built is no branch");

    private static GitHubEvent Checkout(string name, string fullRef) =>
        PullRequestRef().Match(fullRef) is { Success: true } match && int.TryParse(match.Groups[1].Value, out var number) && number > 0
            ? new GitHubEvent { Name = name, Number = number }
            : Nothing(name, $"the event {name} is about none");

    private static GitHubEvent Nothing(string name, string because) => new() { Name = name, NothingBecause = because };

    private static InputException Broken(string what) =>
        new($"The event file that GITHUB_EVENT_PATH names is no event of GitHub: {what}; run in GitHub Actions, or unset the variable.");

    [GeneratedRegex(@"\A[a-z][a-z_]{0,49}\z")]
    private static partial Regex EventName();

    [GeneratedRegex(@"\Arefs/pull/([0-9]{1,10})/(?:merge|head)\z")]
    private static partial Regex PullRequestRef();
}
