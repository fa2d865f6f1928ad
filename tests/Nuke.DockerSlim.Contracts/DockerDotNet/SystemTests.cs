using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class SystemTests
{
    [Fact]
    public async Task A_version_names_the_engine_and_its_interface()
    {
        await using var engine = new FakeEngine(
            Replies.Json(
                """
                {"Platform":{"Name":"x"},"Components":[{"Name":"Engine","Version":"28.5.2","Details":{"ApiVersion":"1.51"}}],
                 "Version":"28.5.2","ApiVersion":"1.51","MinAPIVersion":"1.24","Os":"linux","Arch":"amd64","Experimental":true,
                 "BuildTime":"2026-09-15T11:02:57.000000000+00:00"}
                """
            )
        );
        using var client = engine.Connect();

        var version = await client.System.GetVersionAsync();

        Assert.Equal(("28.5.2", "1.51", "1.24"), (version.Version, version.APIVersion, version.MinAPIVersion));
        Assert.True(version.Experimental);
        Assert.Equal("2026-09-15T11:02:57.000000000+00:00", version.BuildTime);
        Assert.Equal("1.51", Assert.Single(version.Components).Details["ApiVersion"]);
    }

    [Fact]
    public async Task The_info_names_driver_store_and_registries()
    {
        await using var engine = new FakeEngine(
            Replies.Json(
                """
                {"ID":"i","Driver":"overlayfs","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]],"SystemStatus":null,"NCPU":2,
                 "MemTotal":8589934592,"ServerVersion":"28.5.2","OSType":"linux","Architecture":"x86_64","Name":"host","Labels":null,
                 "RegistryConfig":{"InsecureRegistryCIDRs":["127.0.0.0/8"],"Mirrors":[],
                   "IndexConfigs":{"docker.io":{"Name":"docker.io","Official":true,"Secure":true,"Mirrors":null}}},
                 "Runtimes":{"runc":{"path":"runc"}},"Swarm":{"LocalNodeState":"inactive"},"SecurityOptions":["name=seccomp"],
                 "ContainerdCommit":{"ID":"abc"},"Plugins":{"Volume":["local"]},"Warnings":null,"SomethingNew":[1,{}]}
                """
            )
        );
        using var client = engine.Connect();

        var info = await client.System.GetSystemInfoAsync();

        Assert.Equal("overlayfs", info.Driver);
        Assert.Equal(["driver-type", "io.containerd.snapshotter.v1"], Assert.Single(info.DriverStatus));
        Assert.Equal((2, 8589934592, "28.5.2", "x86_64"), (info.NCPU, info.MemTotal, info.ServerVersion, info.Architecture));
        Assert.True(info.RegistryConfig.IndexConfigs["docker.io"].Secure);
        Assert.Equal("runc", info.Runtimes["runc"].Path);
        Assert.Equal("abc", info.ContainerdCommit.ID);
        Assert.Equal(["local"], info.Plugins.Volume);
        Assert.Null(info.Warnings);
    }

    [Fact]
    public async Task Names_are_found_whatever_their_case_and_numbers_also_as_text()
    {
        await using var engine = new FakeEngine(
            Replies.Json("""{"ncpu":"4","driver":"vfs","serverVersion":5,"debug":"true","memTotal":null}""")
        );
        using var client = engine.Connect();

        var info = await client.System.GetSystemInfoAsync();

        Assert.Equal((4, "vfs", "5", true, 0), (info.NCPU, info.Driver, info.ServerVersion, info.Debug, info.MemTotal));
    }

    [Fact]
    public async Task Credentials_are_checked_with_a_post()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"Status":"Login Succeeded"}"""));
        using var client = engine.Connect();

        await client.System.AuthenticateAsync(new AuthConfig { Username = "u", IdentityToken = "t" });

        Assert.Equal("POST /auth", engine.Request.ToString());
        Assert.Equal("""{"username":"u","identitytoken":"t"}""", engine.Request.Text);
    }

    [Fact]
    public async Task Events_are_reported_until_the_engine_ends_them()
    {
        await using var engine = new FakeEngine(
            Replies.Chunks(
                """{"status":"die","id":"c1","Type":"container","Action":"die","Actor":{"ID":"c1","Attributes":{"exitCode":"3"}},"time":1700000000}""",
                "\n",
                """{"Type":"image","Action":"tag"}"""
            )
        );
        using var client = engine.Connect();
        var events = new Collected<Message>();

        await client.System.MonitorEventsAsync(new ContainerEventsParameters { Since = "1", Until = "2" }, events);

        Assert.Equal(["die", "tag"], events.Items.Select(message => message.Action));
        Assert.Equal("3", events.Items[0].Actor.Attributes["exitCode"]);
        Assert.Equal("GET /events?since=1&until=2", engine.Request.ToString());
    }

    [Fact]
    public async Task Events_without_a_progress_are_refused()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect();

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.System.MonitorEventsAsync(new ContainerEventsParameters(), null!));
    }
}
