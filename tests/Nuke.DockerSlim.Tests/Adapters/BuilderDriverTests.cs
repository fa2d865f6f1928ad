using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>Whose builder is used, and where it works.</summary>
public sealed class BuilderDriverTests : IDisposable
{
    private const string Remote =
        """case "$3" in far) printf 'Name:   far\nDriver: remote\n\nNodes:\nName: far0\n';; *) echo "ERROR: no builder \"$3\" found" >&2; exit 1;; esac""";
    private readonly TestFolder _home = new();
    private readonly Dictionary<string, string?> _environment = [];

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("default")]
    public async Task Where_nobody_chose_a_builder_none_is_asked(string? name)
    {
        using var docker = FakeDocker.Script("exit 9");
        Assert.Equal("docker", await FindAsync(docker, name));
    }

    [Fact]
    public async Task A_named_builder_is_asked_for_its_driver()
    {
        using var docker = FakeDocker.Script(Remote);
        Assert.Equal("remote", await FindAsync(docker, "far"));
    }

    [Theory]
    [InlineData("docker-container")]
    [InlineData("kubernetes")]
    [InlineData("cloud")]
    public async Task Of_several_machines_the_driver_is_that_of_the_builder(string driver)
    {
        using var docker = FakeDocker.Script(
            $"""printf 'Name:          fleet\nDriver:        {driver}\nLast Activity: 2026-11-22 02:29:04 +0000 UTC\n\nNodes:\nName:     fleet0\nDriver Options: namespace=\"Driver: docker\"\nStatus:   running\nPlatforms: linux/amd64*\n\nName:     fleet1\nStatus:   inactive\n'"""
        );
        Assert.Equal(driver, await FindAsync(docker, "fleet"));
    }

    [Fact]
    public async Task So_is_that_of_the_environment()
    {
        using var docker = FakeDocker.Script(Remote);
        _environment["BUILDX_BUILDER"] = "far";
        Assert.Equal("remote", await FindAsync(docker, null));
    }

    [Theory]
    [InlineData("BUILDX_CONFIG", "current")]
    [InlineData("DOCKER_CONFIG", "buildx/current")]
    [InlineData("", ".docker/buildx/current")]
    public async Task So_is_that_of_docker_buildx_use(string variable, string file)
    {
        using var docker = FakeDocker.Script(Remote);
        _environment[variable] = _home.Path;
        _home.Write(file, """{"Key":"unix:///var/run/docker.sock","Name":"far","Global":false}""");
        Assert.Equal("remote", await FindAsync(docker, null));
    }

    [Theory]
    [InlineData("""{"Key":"","Name":"","Global":false}""")]
    [InlineData("no json")]
    public async Task A_file_that_names_none_chooses_none(string current)
    {
        using var docker = FakeDocker.Script("exit 9");
        _home.Write(".docker/buildx/current", current);
        Assert.Equal("docker", await FindAsync(docker, null));
    }

    [Fact]
    public async Task A_builder_that_does_not_exist_is_named()
    {
        using var docker = FakeDocker.Script(Remote);
        var e = await Assert.ThrowsAsync<EngineException>(() => FindAsync(docker, "gone"));
        Assert.StartsWith(
            "The buildx builder 'gone' cannot be used; docker buildx ls lists those there are",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("no builder \"gone\" found", e.Message, StringComparison.Ordinal);
    }

    private Task<string> FindAsync(FakeDocker docker, string? builder) =>
        new BuilderDriver(docker.Command, _environment.GetValueOrDefault, _home.Path).FindAsync(builder, CancellationToken.None);
}
