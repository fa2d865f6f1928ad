using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>
/// What reports say of the pull request that they were made for. It lies beside them, so that another workflow can post them. Whoever wrote them wrote it
/// too: it is compared with what the server says, never believed.
/// </summary>
/// <param name="Repository">The repository to merge into.</param>
/// <param name="Number">The pull request's number.</param>
/// <param name="HeadSha">The commit at the head of its branch that was measured.</param>
public sealed record PullRequestClaim(GitHubRepository Repository, int Number, string HeadSha)
{
    /// <summary>The file's name, beside the folders of the images.</summary>
    public const string FileName = "slim-pull-request.json";

    /// <summary>Nothing larger is one.</summary>
    public const int LargestFile = 4096;

    /// <summary>The file's content.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 1);
            writer.WriteString("repository", Repository.ToString());
            writer.WriteNumber("pullRequest", Number);
            writer.WriteString("headSha", HeadSha);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Reads the file's content.</summary>
    /// <param name="content">The content, UTF-8.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static PullRequestClaim Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content.Length <= LargestFile ? content : default);
            var fields = new EventFields(json.RootElement);
            if (
                fields.Number("schemaVersion") == 1
                && fields.Repository("repository") is { } repository
                && fields.Number("pullRequest") is { } number
                && fields.Sha("headSha") is { } sha
            )
                return new PullRequestClaim(repository, number, sha);
        }
        catch (JsonException)
        {
            // Said below: whatever is wrong with it, there is one thing to do.
        }
        throw new InputException($"{FileName} is not what SlimImage writes beside the reports; upload the folder as the run left it.");
    }
}
