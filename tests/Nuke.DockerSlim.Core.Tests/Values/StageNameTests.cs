using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class StageNameTests
{
    [Theory]
    [InlineData("production")]
    [InlineData("Build_2.0-rc")]
    [InlineData("0")]
    [InlineData("12")]
    public void Is_a_name_behind_AS_or_a_number(string text) => Assert.Equal(text, new StageName(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2nd")]
    [InlineData("-x")]
    [InlineData("two words")]
    [InlineData("größe")]
    [InlineData("test\n")]
    public void Refuses_anything_else(string text) =>
        Assert.Equal(
            $"'{text}' is not a stage name; write the name behind AS in the Dockerfile's FROM line.",
            Assert.Throws<InputException>(() => new StageName(text)).Message
        );

    [Fact]
    public void Is_compared_without_regard_to_case_as_BuildKit_does()
    {
        Assert.Equal(new StageName("Test"), new StageName("test"));
        Assert.Equal(new StageName("Test").GetHashCode(), new StageName("test").GetHashCode());
        Assert.NotEqual(new StageName("test"), new StageName("tests"));
    }

    [Fact]
    public void The_default_value_has_an_empty_text_and_equals_itself()
    {
        Assert.Equal("", default(StageName).Value);
        Assert.Equal(default(StageName).GetHashCode(), new StageName?().GetValueOrDefault().GetHashCode());
    }
}
