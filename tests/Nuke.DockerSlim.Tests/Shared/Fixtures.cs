using System.Reflection;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>Where the programs lie that tests run.</summary>
internal static class Fixtures
{
    /// <summary>The build program of tests/fixtures/user-build; ./build.sh Test compiles it ahead of time.</summary>
    public static string UserBuild { get; } = Environment.GetEnvironmentVariable("DOCKERSLIM_TEST_USER_BUILD") ?? Metadata("UserBuild");

    /// <summary>The folder of the docker client that does as told.</summary>
    public static string FakeDocker { get; } = Path.Combine(Metadata("Fixtures"), "fake-docker");

    /// <summary>The folder of what the real client said.</summary>
    public static string Recordings { get; } = Path.Combine(Metadata("Fixtures"), "recordings");

    /// <summary>The folder of this repository.</summary>
    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(Metadata("Fixtures"), "..", ".."));

    private static string Metadata(string key) =>
        typeof(Fixtures).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value!;
}
