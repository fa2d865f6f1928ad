namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class AssertContract
{
    [Fact]
    public void Failing_outright_is_a_plain_exception_with_the_message()
    {
        var inner = new TimeoutException();

        var exception = Record.Exception(() => Common.Assert.Fail("why", inner));

        Assert.Equal(typeof(Exception), exception!.GetType());
        Assert.Equal("why", exception.Message);
        Assert.Same(inner, exception.InnerException);
    }

    [Fact]
    public void A_failed_check_quotes_the_checked_expression_unless_there_is_a_message()
    {
        var two = 2;

        Assert.Equal(
            "Expected condition to be true (Parameter 'two == 3')",
            Assert.Throws<ArgumentException>(() => Common.Assert.True(two == 3)).Message
        );
        Assert.Equal("why", Assert.Throws<ArgumentException>(() => Common.Assert.False(two == 2, "why")).Message);
        Assert.Throws<ArgumentException>(() => Common.Assert.HasSingleItem(new[] { 1, 2 }));
        Assert.Throws<ArgumentException>(() => Common.Assert.NotEmpty(Array.Empty<int>()));
        Assert.Equal("Expected file to exist: /no/such", Message(() => Common.Assert.FileExists("/no/such")).Split(" (")[0]);
    }

    [Fact]
    public void A_checked_value_is_handed_on()
    {
        Assert.Equal("text", Common.Assert.NotNullOrEmpty("text"));
        Assert.Throws<ArgumentException>(() => Common.Assert.NotNullOrWhiteSpace(" "));
        Assert.Throws<ArgumentException>(() => Common.Assert.NotNull((object?)null));
    }

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
