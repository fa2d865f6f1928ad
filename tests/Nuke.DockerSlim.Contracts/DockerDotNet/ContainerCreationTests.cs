using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ContainerCreationTests
{
    [Fact]
    public async Task A_creation_sends_name_and_platform_in_the_query_and_only_what_is_set_in_the_body()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"Id":"c1","Warnings":["w"]}""", 201));
        using var client = engine.Connect();

        var created = await client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = "probe",
                Platform = "linux/amd64",
                Image = "app:1",
                Cmd = ["npm", "test", "<ü>"],
                Env = [],
                AttachStdin = false,
                Tty = true,
                ExposedPorts = new Dictionary<string, EmptyStruct> { ["80/tcp"] = default },
                Labels = new Dictionary<string, string> { ["k"] = "v" },
                StopTimeout = TimeSpan.FromSeconds(7),
                Healthcheck = new HealthConfig { Interval = TimeSpan.FromMilliseconds(1500) },
                HostConfig = new HostConfig
                {
                    AutoRemove = true,
                    Memory = 64_000_000,
                    DNS = ["1.1.1.1"],
                    Init = false,
                    RestartPolicy = new RestartPolicy { Name = RestartPolicyKind.OnFailure, MaximumRetryCount = 2 },
                    Mounts =
                    [
                        new Mount
                        {
                            Type = "bind",
                            Source = "/a",
                            Target = "/b",
                            ReadOnly = true,
                        },
                    ],
                    PortBindings = new Dictionary<string, IList<PortBinding>> { ["80/tcp"] = [new PortBinding { HostPort = "8080" }] },
                },
            }
        );

        Assert.Equal(("c1", "w"), (created.ID, Assert.Single(created.Warnings)));
        Assert.Equal("POST /containers/create?name=probe&platform=linux%2Famd64", engine.Request.ToString());
        Assert.Equal("application/json; charset=utf-8", engine.Request.Headers["Content-Type"]);
        SameJson.Equal(
            """
            {"Tty":true,"ExposedPorts":{"80/tcp":{}},"Env":[],"Cmd":["npm","test","<ü>"],"Image":"app:1","Labels":{"k":"v"},"StopTimeout":7,
             "Healthcheck":{"Interval":1500000000},
             "HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":"8080"}]},"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":2},
               "AutoRemove":true,"Dns":["1.1.1.1"],"Memory":64000000,"Init":false,
               "Mounts":[{"Type":"bind","Source":"/a","Target":"/b","ReadOnly":true}]}}
            """,
            engine.Request.Text
        );
    }

    [Fact]
    public async Task A_creation_without_a_name_sends_no_query_not_even_the_platform()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"Id":"c1"}""", 201));
        using var client = engine.Connect();

        await client.Containers.CreateContainerAsync(
            new CreateContainerParameters(new Config { Image = "app" }) { Platform = "linux/arm64" }
        );

        Assert.Equal("POST /containers/create", engine.Request.ToString());
        Assert.Equal("""{"Image":"app"}""", engine.Request.Text);
    }
}
