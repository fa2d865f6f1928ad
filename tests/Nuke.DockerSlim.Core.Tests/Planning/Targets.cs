using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Planning;

/// <summary>Targets and stages for tests; nothing of them is on the disk.</summary>
internal static class Targets
{
    public static ImageDefinition Shop { get; } = new("ghcr.io/acme/shop") { BuildContext = "src/shop" };

    public static IReadOnlyList<DockerfileStage> Stages { get; } =
    [
        new("deps", "node:20", 4, false),
        new("test", "deps", 10, false),
        new("builder", "deps", 18, false),
        new("production", "node:20", 24, true),
    ];

    public static BuildTarget Of(ImageDefinition definition) => BuildTarget.From(definition, "/repo");
}
