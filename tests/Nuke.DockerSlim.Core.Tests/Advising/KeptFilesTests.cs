using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Advising.Edits;

namespace Nuke.DockerSlim.Tests.Advising;

public sealed class KeptFilesTests
{
    private static readonly HashSet<string> Before =
    [
        "app/dist/server.js",
        "app/node_modules/jest/index.js",
        "root/.npm/_cacache/index",
        "root/.cache/ms-playwright/chrome",
        "usr/share/doc/a",
    ];

    [Fact]
    public void Packages_and_their_downloads_may_go() =>
        Assert.Null(
            KeptFiles.Objection(
                AdvisedSample.Find<ProductionApart>(),
                Before,
                Without("app/node_modules/jest/index.js", "root/.npm/_cacache/index")
            )
        );

    [Theory]
    [InlineData("the image would lack /app/dist/server.js", "app/dist/server.js")]
    [InlineData(
        "the image would lack /root/.cache/ms-playwright/chrome and 1 more file",
        "root/.cache/ms-playwright/chrome",
        "usr/share/doc/a"
    )]
    [InlineData(
        "the image would lack /app/dist/server.js and 2 more files",
        "app/dist/server.js",
        "root/.cache/ms-playwright/chrome",
        "usr/share/doc/a"
    )]
    public void Anything_else_may_be_what_the_service_needs(string objection, params string[] lost) =>
        Assert.Equal(objection, KeptFiles.Objection(AdvisedSample.Find<ProductionApart>(), Before, Without(lost)));

    [Fact]
    public void What_an_edit_is_there_to_leave_out_may_go()
    {
        Assert.Null(KeptFiles.Objection(AdvisedSample.Find<SystemPackages>(), Before, Without("usr/share/doc/a")));
        Assert.Null(KeptFiles.Objection(AdvisedSample.Find<IgnoredFiles>(), Before, Without("app/dist/server.js")));
    }

    private static HashSet<string> Without(params string[] lost) => [.. Before.Except(lost)];
}
