using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>Builders that hold nothing, on a docker that writes down what it is asked.</summary>
public sealed class FreshBuildersTests
{
    private const string Gone = "dockerslim-ci-999999999-0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task One_is_made_with_a_name_of_its_own_and_taken_away()
    {
        using var docker = FakeDocker.Script(Logging(""));
        await using (var builder = await new FreshBuilders(docker.Command).TakeAsync(null, default))
        {
            Assert.Matches($"^dockerslim-ci-{Environment.ProcessId}-[0-9a-f]{{32}}$", builder.Name);
            Assert.Equal(0, builder.Records);
            Assert.Equal(
                [
                    "buildx ls --format {{.Name}}",
                    $"buildx create --name {builder.Name} --driver docker-container --driver-opt network=host --bootstrap",
                ],
                Calls(docker)
            );
        }
        Assert.StartsWith($"buildx rm --force dockerslim-ci-{Environment.ProcessId}-", Calls(docker)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_made_is_said_with_the_way_around_it_and_leaves_nothing()
    {
        using var docker = FakeDocker.Script(
            Logging("""[ "$2" = create ] && { echo 'ERROR: failed to pull moby/buildkit' >&2; exit 1; }""")
        );
        var failure = await Assert.ThrowsAsync<EngineException>(() => new FreshBuilders(docker.Command).TakeAsync(null, default));
        Assert.Equal(
            "A builder that holds nothing could not be made for the scenario ci (docker buildx create --driver docker-container): ERROR: failed to pull moby/buildkit. Name one with --fresh-builder, or leave ci out of --scenarios.",
            failure.Message
        );
        Assert.Contains("buildx rm --force", Calls(docker)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_runs_that_were_killed_are_swept_and_no_others()
    {
        var alive = $"dockerslim-ci-{Environment.ProcessId}-0123456789abcdef0123456789abcdef";
        using var docker = FakeDocker.Script(
            Logging($"""[ "$2" = ls ] && printf 'default\ndockerslim-ci-mine\n{alive}\n{Gone}\n{Gone}\n' || true""")
        );
        await new FreshBuilders(docker.Command).SweepAsync(default);
        Assert.Equal([$"buildx rm --force {Gone}"], Calls(docker).Where(x => x.Contains(" rm ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_named_one_holds_is_counted_and_it_stays()
    {
        using var docker = FakeDocker.Script(Logging("""printf 'ID:\t\ta\nSize:\t\t1B\n\nID:\t\tb\nReclaimable:\t1B\nTotal:\t1B\n'"""));
        await using (var builder = await new FreshBuilders(docker.Command).TakeAsync("mine", default))
            Assert.Equal(("mine", 2), (builder.Name, builder.Records));
        Assert.Equal(["buildx du --builder mine --verbose"], Calls(docker));
    }

    [Fact]
    public async Task A_named_one_that_is_none_is_said()
    {
        using var docker = FakeDocker.Script("echo 'ERROR: no builder \"mine\" found' >&2; exit 1");
        var failure = await Assert.ThrowsAsync<EngineException>(() => new FreshBuilders(docker.Command).TakeAsync("mine", default));
        Assert.Equal(
            "The buildx builder 'mine' of --fresh-builder cannot be used: ERROR: no builder \"mine\" found. docker buildx ls lists those there are.",
            failure.Message
        );
    }

    private static string Logging(string script) => $"echo \"$*\" >> \"$(dirname \"$0\")/calls\"\n{script}";

    private static string[] Calls(FakeDocker docker) => File.ReadAllLines(Path.Combine(docker.Folder, "calls"));
}
