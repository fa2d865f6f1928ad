using System.Text.Json;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The fields of the event's JSON that are offered; a missing file or field is an error.</summary>
internal sealed class GitHubEventFile(JsonElement root)
{
    public int Number => root.GetProperty("number").GetInt32();

    public string Action => root.GetProperty("action").GetString();

    public static GitHubEventFile Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);
}
