using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class InputFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("input größe ").FullName;
    private readonly ImageDefinition _shop = new("shop") { BuildContext = "the shop" };

    private string Context => Path.Combine(_root, "the shop");

    public InputFilesTests()
    {
        Directory.CreateDirectory(Context);
        File.WriteAllText(Path.Combine(Context, "Dockerfile"), "FROM scratch AS production");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_is_all_there_is_no_problem()
    {
        File.WriteAllText(Path.Combine(_root, ".npmrc"), "");
        Assert.Empty(Problems(_shop with { BuildSecrets = ["id=npmrc,src=.npmrc", "id=path,env=PATH"] }));
    }

    [Fact]
    public void A_missing_context_is_named() =>
        Assert.Equal(
            [$"The build context {Path.Combine(_root, "lost")} does not exist; name an existing folder with --build-context."],
            Problems(_shop with { BuildContext = "lost" })
        );

    [Fact]
    public void A_context_that_is_a_file_is_said() =>
        Assert.Equal(
            [$"The build context {Path.Combine(Context, "Dockerfile")} is a file; name a folder with --build-context."],
            Problems(_shop with { BuildContext = "the shop/Dockerfile" })
        );

    [Fact]
    public void A_missing_Dockerfile_is_named() =>
        Assert.Equal(
            [$"The Dockerfile {Path.Combine(_root, "Dockerfile.lost")} does not exist; name one with --dockerfile FILE."],
            Problems(_shop with { Dockerfile = "Dockerfile.lost" })
        );

    [Fact]
    public void An_empty_Dockerfile_is_said()
    {
        File.WriteAllText(Path.Combine(Context, "Dockerfile"), "");
        Assert.Equal(
            [$"The Dockerfile {Path.Combine(Context, "Dockerfile")} is empty; it needs at least a FROM line for the production stage."],
            Problems(_shop)
        );
    }

    [Fact]
    public void Missing_secrets_are_all_named_beside_a_missing_Dockerfile() =>
        Assert.Equal(
            [
                $"The Dockerfile {Path.Combine(_root, "lost")} does not exist; name one with --dockerfile FILE.",
                $"The build secret 'npmrc' comes from {Path.Combine(_root, ".npmrc")}, which does not exist; create it or correct src=.",
                "The build secret 'token' comes from the environment variable DOCKERSLIM_TEST_UNSET, which is not set; set it or correct env=.",
            ],
            Problems(_shop with { Dockerfile = "lost", BuildSecrets = ["id=npmrc,src=.npmrc", "id=token,env=DOCKERSLIM_TEST_UNSET"] })
        );

    private IReadOnlyList<string> Problems(ImageDefinition definition) => InputFiles.Problems(BuildTarget.From(definition, _root));
}
