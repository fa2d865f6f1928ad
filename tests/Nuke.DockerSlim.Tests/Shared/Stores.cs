namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>The real engines that the build's Test target brings up, one for each image store, named by environment variables.</summary>
internal static class Stores
{
    public const string Classic = "classic";
    public const string Containerd = "containerd";

    /// <summary>Null when both engines are there, or when their absence is to fail the test: on a CI machine.</summary>
    public static string? ReasonToSkip { get; } =
        Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : new[] { Variable(Classic), Variable(Containerd), "DOCKERSLIM_TEST_REGISTRY" }
                .Where(x => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(x)))
                .Select(x => $"No engine: {x} is not set. ./build.sh Test sets it.")
                .FirstOrDefault();

    /// <summary>Host and port of a registry that the engines push to.</summary>
    public static string Registry => Required("DOCKERSLIM_TEST_REGISTRY");

    /// <summary>The address of a store's engine, as in DOCKER_HOST.</summary>
    public static string Host(string store) => Required(Variable(store));

    private static string Variable(string store) => "DOCKERSLIM_TEST_ENGINE_" + store.ToUpperInvariant();

    private static string Required(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.False(
            string.IsNullOrEmpty(value),
            $"{variable} is not set, and under CI=true a missing engine is a failure: run ./build.sh Test."
        );
        return value;
    }
}
