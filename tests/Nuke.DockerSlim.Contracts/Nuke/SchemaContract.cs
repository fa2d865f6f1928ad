using System.Text.Json;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class SchemaContract : BuildContract
{
    [Fact]
    public void The_schema_names_targets_hosts_and_every_parameter_with_its_type()
    {
        Root.Run("parameters", "--help");
        using var schema = JsonDocument.Parse(Root.Read(".nuke/build.schema.json"));
        var definitions = schema.RootElement.GetProperty("definitions");
        var own = schema.RootElement.GetProperty("allOf")[0].GetProperty("properties");

        Assert.Equal(["Show"], Texts(definitions.GetProperty("ExecutableTarget").GetProperty("enum")));
        Assert.Contains("GitHubActions", Texts(definitions.GetProperty("Host").GetProperty("enum")));
        Assert.Equal("boolean", own.GetProperty("Quick").GetProperty("type").GetString());
        Assert.Equal("array", own.GetProperty("ImageTags").GetProperty("type").GetString());
        Assert.Equal("string", own.GetProperty("DbTables").GetProperty("items").GetProperty("type").GetString());
        Assert.Equal("How many rounds", own.GetProperty("Rounds").GetProperty("description").GetString());
        // A repository commits the file: in another order it would change with each way of building.
        Assert.Equal(["type", "description", "format"], own.GetProperty("Rounds").EnumerateObject().Select(x => x.Name));
        Assert.Equal(["Fast", "Slow"], Texts(own.GetProperty("Mode").GetProperty("enum")));
        Assert.Contains("Secrets must be entered", own.GetProperty("ApiToken").GetProperty("default").GetString());
        Assert.True(definitions.GetProperty("NukeBuild").GetProperty("properties").TryGetProperty("Verbosity", out _));
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(element => element.GetString());
}
