using Docker.DotNet;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ClientConfigurationTests
{
    [Fact]
    public void Without_an_endpoint_it_takes_the_default_socket_whatever_DOCKER_HOST_says()
    {
        using var configuration = new DockerClientConfiguration();

        var expected = OperatingSystem.IsWindows() ? "npipe://./pipe/docker_engine" : "unix:/var/run/docker.sock";
        Assert.Equal(new Uri(expected), configuration.EndpointBaseUri);
    }

    [Fact]
    public void Times_and_credentials_have_defaults()
    {
        using var configuration = new DockerClientConfiguration(new Uri("tcp://localhost:2375"));

        Assert.Equal(TimeSpan.FromSeconds(100), configuration.DefaultTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(100), configuration.NamedPipeConnectTimeout);
        Assert.IsType<AnonymousCredentials>(configuration.Credentials);
        Assert.Empty(configuration.DefaultHttpRequestHeaders);
    }

    [Fact]
    public void A_negative_timeout_is_refused_and_an_infinite_one_taken()
    {
        var endpoint = new Uri("tcp://localhost:2375");

        Assert.Throws<ArgumentException>(() => new DockerClientConfiguration(endpoint, defaultTimeout: TimeSpan.FromSeconds(-2)));
        using var patient = new DockerClientConfiguration(endpoint, defaultTimeout: Timeout.InfiniteTimeSpan);
        Assert.Equal(Timeout.InfiniteTimeSpan, patient.DefaultTimeout);
    }

    [Fact]
    public void A_missing_endpoint_is_refused() => Assert.Throws<ArgumentNullException>(() => new DockerClientConfiguration((Uri)null!));

    [Fact]
    public void An_unknown_scheme_is_refused_when_the_client_is_made()
    {
        using var configuration = new DockerClientConfiguration(new Uri("ssh://user@host"));

        var failure = Assert.Throws<Exception>(() => configuration.CreateClient());

        Assert.Equal("Unknown URL scheme ssh", failure.Message);
    }

    [Fact]
    public async Task A_disposed_client_answers_nothing_more()
    {
        await using var engine = new FakeEngine(Replies.Json("OK"));
        var client = engine.Connect();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.System.PingAsync());
        Assert.Empty(engine.Requests);
    }

    [Fact]
    public void The_default_timeout_can_change_later()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:/nowhere.sock")).CreateClient();
        client.DefaultTimeout = TimeSpan.FromSeconds(3);

        Assert.Equal(TimeSpan.FromSeconds(3), client.DefaultTimeout);
        Assert.Equal(TimeSpan.FromSeconds(100), client.Configuration.DefaultTimeout);
    }
}
