using System.Runtime.CompilerServices;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Tests.Architecture;

namespace Nuke.DockerSlim.Tests.Packages;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        var file = Path.Combine(Here(), "..", "PublicApi.txt");
        var actual = PublicApiPrinter.Print(typeof(ISlimImage).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), "PublicApi.txt is missing; run the tests once with UPDATE_GOLDEN=1 and look at what it wrote.");
        // Whoever changes it on purpose runs the tests with UPDATE_GOLDEN=1, and reviews the difference.
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
