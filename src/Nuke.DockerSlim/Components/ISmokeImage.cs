using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Starts the production image to see whether it still runs.</summary>
public interface ISmokeImage : IHazImages
{
    /// <summary>Whether the image is started, where nothing else says what to wait for: then its HEALTHCHECK decides.</summary>
    [Parameter("Start the production image and wait until its HEALTHCHECK says healthy", Name = "SmokeImage")]
    bool? SmokeRequested => TryGetValue<bool?>(() => SmokeRequested);

    /// <summary>What has to answer over HTTP.</summary>
    [Parameter("Start the production image; this address in it has to answer below 400, such as http://:8080/health")]
    string? SmokeUrl => TryGetValue(() => SmokeUrl);

    /// <summary>What a line of the output has to contain.</summary>
    [Parameter("Start the production image; a line of its output has to contain this text")]
    string? SmokeLog => TryGetValue(() => SmokeLog);

    /// <summary>A command in place of the image's own.</summary>
    [Parameter("Command to start the production image with, such as \"node --version\"; it has to end with 0")]
    string? SmokeCommand => TryGetValue(() => SmokeCommand);

    /// <summary>The exit code that the container has to end with.</summary>
    [Parameter("Exit code that the started image has to end with")]
    string? SmokeExitCode => TryGetValue(() => SmokeExitCode);

    /// <summary>Environment variables of the container, <c>NAME=value</c>.</summary>
    [Parameter("Environment variables of the started image, NAME=value")]
    string[]? SmokeEnvironment => TryGetValue(() => SmokeEnvironment);

    /// <summary>How long it is waited.</summary>
    [Parameter("Longest wait for the started image - default: 1m")]
    string? SmokeTimeLimit => TryGetValue(() => SmokeTimeLimit);

    /// <summary>Starts each production image that has a smoke check, waits for what it has to do, and takes the container away.</summary>
    Target SmokeImage =>
        _ =>
            _.Description("Starts the production image to see whether it runs (--smoke-url, --smoke-log ...)")
                .TryAfter<IBuildImage>(x => x.BuildImage)
                .TryAfter<ITestImage>(x => x.TestImage)
                .TryAfter<IMeasureImage>(x => x.MeasureImage)
                .OnlyWhenDynamic(() => ImageRun.Of(this).WantsSmoke, "--smoke-image")
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).SmokeAsync());
}
