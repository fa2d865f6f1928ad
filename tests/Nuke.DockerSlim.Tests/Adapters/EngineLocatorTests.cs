using System.Security.Cryptography;
using System.Text;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class EngineLocatorTests : IDisposable
{
    private readonly TestFolder _home = new();
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public void The_variable_wins_over_every_context()
    {
        WriteContext("work", "tcp://work:2375");
        _variables["DOCKER_CONTEXT"] = "work";
        _variables["DOCKER_HOST"] = "tcp://build:2375";

        Assert.Equal(new EngineAddress("tcp://build:2375", "DOCKER_HOST"), Find());
    }

    [Fact]
    public void The_variable_with_a_contexts_name_wins_over_the_context_in_use()
    {
        WriteContext("work", "tcp://work:2375");
        WriteContext("home", "tcp://home:2375");
        _home.Write(".docker/config.json", """{ "currentContext": "home" }""");
        _variables["DOCKER_CONTEXT"] = "work";

        Assert.Equal(new EngineAddress("tcp://work:2375", "the docker context 'work'"), Find());
    }

    [Fact]
    public void The_context_in_use_is_read_from_dockers_configuration()
    {
        WriteContext("büro", "unix:///büro.sock");
        _home.Write(".docker/config.json", """{ "auths": {}, "currentContext": "büro" }""");

        Assert.Equal(new EngineAddress("unix:///büro.sock", "the docker context 'büro'"), Find());
    }

    [Fact]
    public void The_configuration_may_lie_elsewhere()
    {
        WriteContext("work", "tcp://work:2375", folder: "elsewhere");
        _home.Write("elsewhere/config.json", """{ "currentContext": "work" }""");
        _variables["DOCKER_CONFIG"] = _home["elsewhere"];

        Assert.Equal("tcp://work:2375", Find().Host);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{ "currentContext": "default" }""")]
    public void Without_a_choice_it_is_the_default_socket(string? configuration)
    {
        if (configuration is not null)
            _home.Write(".docker/config.json", configuration);

        Assert.Equal("the default socket", Find().Source);
    }

    [Fact]
    public void A_variable_without_text_is_no_choice()
    {
        _variables["DOCKER_HOST"] = "";
        _variables["DOCKER_CONTEXT"] = "";

        Assert.Equal("the default socket", Find().Source);
    }

    [Fact]
    public void A_context_that_does_not_exist_is_an_input_error_that_names_it()
    {
        _variables["DOCKER_CONTEXT"] = "wrok";

        var error = Assert.Throws<InputException>(() => Find());

        Assert.Contains($"The docker context 'wrok' does not exist in {_home[".docker"]}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_is_not_json_is_named()
    {
        var file = _home.Write(".docker/config.json", "{ nonsense");

        var error = Assert.Throws<InputException>(() => Find());

        Assert.Contains($"{file} is not valid JSON", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private EngineAddress Find() => EngineLocator.Find(_variables.GetValueOrDefault, _home.Path);

    private void WriteContext(string name, string host, string folder = ".docker")
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        _home.Write(
            $"{folder}/contexts/meta/{id}/meta.json",
            $$$"""{ "Name": "{{{name}}}", "Endpoints": { "docker": { "Host": "{{{host}}}" } } }"""
        );
    }
}
