using System;
using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Errors;

// What gate, proof, tags and report add to a push that has nothing to upload.
partial class Build
{
    const double MostPushSeconds = 1;

    Target BenchmarkPush =>
        _ =>
            _.Description("Times PushImage of an unchanged image against docker push of the same")
                .DependsOn(ProvideEngine)
                .Executes(async () =>
                {
                    var repository = EmbeddedEngine.Registry is { } registry
                        ? $"{registry}/benchmark/orders-api"
                        : throw new InputException(
                            "BenchmarkPush pushes to the embedded engine's registry, and another engine is in use; unset DOCKER_HOST and try again."
                        );
                    AbsolutePath script = RootDirectory / "build.sh";
                    var root = OtherRoot();
                    string[] image = ["--root", root, "--only-image", "orders-api", "--image-repository", repository];
                    string[] push = [.. image, "--image-tags", "1", "--push-image"];
                    await SecondsAsync([script, "SlimImage", "--scenarios", "warm", .. push]);
                    string[] byHand = ["docker", "push", "--quiet", $"{repository}:1"];
                    await SecondsAsync(["docker", "tag", $"{repository}:dockerslim", $"{repository}:1"]);
                    var (ours, theirs) = await InTurnAsync([script, "PushImage", .. push], byHand);
                    var (start, _) = await InTurnAsync([script, "SlimHelp", "--root", root], ["/bin/true"]);
                    Print("push, unchanged", ours, theirs, $"over {ours - theirs:0.00} s");
                    var over = ours - theirs - start;
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"of it {start:0.00} s start the build program (SlimHelp), and {over:0.00} s are the push's own (at most {MostPushSeconds:0.00} s)"
                        )
                    );
                    if (over > MostPushSeconds)
                        throw new InputException(
                            $"A push that uploads nothing takes more than {MostPushSeconds} s beyond docker push; see ImagePushes."
                        );
                });
}
