using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ContainerTests
{
    [Fact]
    public async Task An_inspected_container_tells_its_state()
    {
        await using var engine = new FakeEngine(
            Replies.Json(
                """
                {"Id":"c1","Created":"2024-05-06T07:08:09Z","Name":"/probe","RestartCount":0,
                 "State":{"Status":"exited","Running":false,"OOMKilled":true,"ExitCode":137,"StartedAt":"2024-05-06T07:08:09.5Z",
                   "FinishedAt":"0001-01-01T00:00:00Z","Error":"","Health":null},
                 "HostConfig":{"Memory":64000000,"RestartPolicy":{"Name":"","MaximumRetryCount":0},"Init":null,"OomKillDisable":null,"ConsoleSize":[0,0]},
                 "Mounts":[{"Type":"bind","Source":"/a","Destination":"/b","RW":true}],
                 "NetworkSettings":{"Ports":{"80/tcp":null},"Networks":{"bridge":{"IPAddress":"172.17.0.2"}}}}
                """
            )
        );
        using var client = engine.Connect();

        var container = await client.Containers.InspectContainerAsync("probe");

        Assert.Equal(("exited", 137, true), (container.State.Status, container.State.ExitCode, container.State.OOMKilled));
        Assert.Equal(("2024-05-06T07:08:09.5Z", "0001-01-01T00:00:00Z"), (container.State.StartedAt, container.State.FinishedAt));
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc), container.Created);
        Assert.Equal(RestartPolicyKind.Undefined, container.HostConfig.RestartPolicy.Name);
        Assert.Null(container.HostConfig.Init);
        Assert.Equal("/b", Assert.Single(container.Mounts).Destination);
        Assert.Null(container.NetworkSettings.Ports["80/tcp"]);
        Assert.Equal("172.17.0.2", container.NetworkSettings.Networks["bridge"].IPAddress);
    }

    [Fact]
    public async Task Start_and_stop_tell_whether_they_changed_anything()
    {
        await using var engine = new FakeEngine(Replies.Status(204), Replies.Status(304), Replies.Status(204), Replies.Status(304));
        using var client = engine.Connect();

        Assert.True(await client.Containers.StartContainerAsync("c", null));
        Assert.False(await client.Containers.StartContainerAsync("c", new ContainerStartParameters { DetachKeys = "ctrl-x" }));
        Assert.True(await client.Containers.StopContainerAsync("c", new ContainerStopParameters { WaitBeforeKillSeconds = 5 }));
        Assert.False(await client.Containers.StopContainerAsync("c", new ContainerStopParameters { WaitBeforeKillSeconds = 0 }));

        Assert.Equal(
            [
                "POST /containers/c/start",
                "POST /containers/c/start?detachKeys=ctrl-x",
                "POST /containers/c/stop?t=5",
                "POST /containers/c/stop",
            ],
            engine.Requests.Select(request => request.ToString())
        );
    }

    [Fact]
    public async Task A_wait_gives_the_exit_code()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"StatusCode":137,"Error":{"Message":"gone"}}"""));
        using var client = engine.Connect();

        var exit = await client.Containers.WaitContainerAsync("c");

        Assert.Equal((137, "gone"), (exit.StatusCode, exit.Error.Message));
        Assert.Equal("POST /containers/c/wait", engine.Request.ToString());
    }

    [Fact]
    public async Task Kill_remove_and_prune_say_what_they_mean()
    {
        await using var engine = new FakeEngine(
            Replies.Status(204),
            Replies.Status(204),
            Replies.Json("""{"ContainersDeleted":null,"SpaceReclaimed":3}""")
        );
        using var client = engine.Connect();

        await client.Containers.KillContainerAsync("c", new ContainerKillParameters { Signal = "SIGINT" });
        await client.Containers.RemoveContainerAsync("c", new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
        var pruned = await client.Containers.PruneContainersAsync();

        Assert.Equal((3ul, null), (pruned.SpaceReclaimed, pruned.ContainersDeleted));
        Assert.Equal(
            ["POST /containers/c/kill?signal=SIGINT", "DELETE /containers/c?v=1&force=1", "POST /containers/prune"],
            engine.Requests.Select(request => request.ToString())
        );
    }

    [Fact]
    public async Task Listed_containers_are_filtered_by_the_engine()
    {
        await using var engine = new FakeEngine(
            Replies.Json(
                """[{"Id":"c1","Names":["/probe"],"Image":"app:1","State":"running","Created":1700000000,"Ports":[{"PrivatePort":80,"Type":"tcp"}]}]"""
            )
        );
        using var client = engine.Connect();
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { ["run=1"] = true } };

        var container = Assert.Single(
            await client.Containers.ListContainersAsync(
                new ContainersListParameters
                {
                    All = true,
                    Limit = 5,
                    Filters = filters,
                }
            )
        );

        Assert.Equal(("c1", "running", "/probe"), (container.ID, container.State, Assert.Single(container.Names)));
        Assert.Equal(80, Assert.Single(container.Ports).PrivatePort);
        Assert.Equal(["all=1", "limit=5", "filters=%7B%22label%22%3A%7B%22run%3D1%22%3Atrue%7D%7D"], engine.Request.Query);
    }

    [Fact]
    public async Task Missing_ids_and_parameters_are_refused_before_anything_is_sent()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect();
        var containers = client.Containers;

        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.CreateContainerAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.StartContainerAsync("", null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.StopContainerAsync("c", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.KillContainerAsync("c", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.RemoveContainerAsync("c", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.WaitContainerAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => containers.GetContainerLogsAsync("c", false, null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() =>
            containers.ExtractArchiveToContainerAsync("c", new ContainerPathStatParameters { Path = "/" }, null!)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            containers.GetArchiveFromContainerAsync("c", new GetArchiveFromContainerParameters(), false)
        );
        Assert.Empty(engine.Requests);
    }
}
