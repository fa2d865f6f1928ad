using System.Text.Json;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Tests.Starting;

public sealed class ParametersTextTests
{
    private static readonly string[] Two = ["a=1MB", "b=2s"];

    [Theory]
    [InlineData("", "{\n  \"X\": \"v\"\n}\n")]
    [InlineData("{}", "{\n  \"X\": \"v\"\n}")]
    [InlineData("{ }", "{\n  \"X\": \"v\"\n}")]
    [InlineData("{\n    \"A\": 1\n}\n", "{\n    \"A\": 1,\n    \"X\": \"v\"\n}\n")]
    [InlineData("{\r\n\t\"A\": { \"X\": 2 }\r\n}", "{\r\n\t\"A\": { \"X\": 2 },\r\n\t\"X\": \"v\"\r\n}")]
    [InlineData("{ \"A\": [1, 2] }", "{ \"A\": [1, 2],\n  \"X\": \"v\"\n}")]
    [InlineData("{\n  \"A\": 1 // kept: é\n}\n", "{\n  \"A\": 1, // kept: é\n  \"X\": \"v\"\n}\n")]
    [InlineData("{\n  \"X\": \"mine\"\n}", "{\n  \"X\": \"mine\"\n}")]
    public void A_text_is_added_where_it_is_not_set_and_nothing_else_changes(string before, string after) =>
        Assert.Equal(after, ParametersText.Add(before, "X", "v"));

    [Theory]
    [InlineData("{\n  \"A\": 1\n}", "{\n  \"A\": 1,\n  \"L\": [\n    \"a=1MB\",\n    \"b=2s\"\n  ]\n}")]
    [InlineData(
        "{\n  \"L\": [\n    \"own=3\"\n  ],\n  \"A\": 1\n}",
        "{\n  \"L\": [\n    \"own=3\",\n    \"a=1MB\",\n    \"b=2s\"\n  ],\n  \"A\": 1\n}"
    )]
    [InlineData("{\n  \"L\": [\"own=3\"]\n}", "{\n  \"L\": [\"own=3\",\n    \"a=1MB\",\n    \"b=2s\"\n  ]\n}")]
    [InlineData("{\n  \"L\": []\n}", "{\n  \"L\": [\n    \"a=1MB\",\n    \"b=2s\"\n  ]\n}")]
    public void A_list_gets_entries_behind_its_own(string before, string after)
    {
        var text = ParametersText.Add(before, "L", Two);

        Assert.Equal(after, text);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(text).RootElement.ValueKind);
    }

    [Fact]
    public void A_byte_order_mark_stays_where_it_is() =>
        Assert.Equal("\uFEFF{\n  \"X\": true\n}", ParametersText.Add("\uFEFF{\n}", "X", true));

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"A\": ")]
    [InlineData("{ \"A\": 1 } x")]
    [InlineData("{ \"L\": \"one\" }")]
    public void What_cannot_be_added_to_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => ParametersText.Add(text, "L", Two));
}
