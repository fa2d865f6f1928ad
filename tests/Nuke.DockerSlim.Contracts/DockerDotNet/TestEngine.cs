using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

/// <summary>The real engines that the build's Test target brings up, one for each image store, named by environment variables.</summary>
internal static class TestEngine
{
    public const string Classic = "DOCKERSLIM_TEST_ENGINE_CLASSIC";
    public const string Containerd = "DOCKERSLIM_TEST_ENGINE_CONTAINERD";

    /// <summary>An image with a shell: one that the Test target provides, and that a registry has elsewhere.</summary>
    private const string ImageWithShell = "debian:bookworm-slim";

    /// <summary>Null when the engine is there, or when its absence is to fail the test: on a CI machine.</summary>
    public static string? ReasonToSkip(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"No engine: {variable} is not set. ./build.sh Test sets it.";

    public static DockerClient Connect(string variable)
    {
        var address = Environment.GetEnvironmentVariable(variable);
        Assert.False(
            string.IsNullOrEmpty(address),
            $"{variable} is not set, and under CI=true a missing engine is a failure: run ./build.sh Test."
        );
        return new DockerClientConfiguration(new Uri(address)).CreateClient();
    }

    public static async Task<string> ImageWithShellAsync(DockerClient client)
    {
        try
        {
            await client.Images.InspectImageAsync(ImageWithShell);
        }
        catch (DockerImageNotFoundException)
        {
            var messages = new Collected<JSONMessage>();
            await client.Images.CreateImageAsync(new ImagesCreateParameters { FromImage = ImageWithShell }, null, messages);
            Assert.DoesNotContain(messages.Items, message => message.Error is not null);
        }

        return ImageWithShell;
    }
}
