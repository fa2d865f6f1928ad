using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Tests.Starting;

public sealed class InitWorkTests : IDisposable
{
    private static readonly LimitProposal[] Limits =
    [
        new("download-size", "75MB", "67.3 MB", IsSoft: false),
        new("cold-build", "20s", "9.9 s", IsSoft: true),
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("slim-init-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void One_image_in_the_root_folder_needs_no_line_of_code()
    {
        Write("Dockerfile", "FROM a AS build\nRUN npm test\nFROM b\nCOPY . .\n");
        Write(".nuke/parameters.json", "{\n  \"$schema\": \"build.schema.json\"\n}\n");

        var result = Run(new GitOrigin("github.com", "acme/shop"));

        Assert.Empty(result.BuildClass);
        Assert.Equal(
            """
            {
              "$schema": "build.schema.json",
              "ImageRepository": "shop",
              "ProductionStage": "1",
              "TestStage": "build",
              "BudgetLimits": [
                "download-size=75MB"
              ],
              "SoftLimits": [
                "cold-build=20s"
              ]
            }

            """,
            Text(".nuke/parameters.json")
        );
        Assert.Contains("--image-repository ghcr.io/acme/shop\n", Text(WorkflowText.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_images_are_declared_in_code_and_have_limits_by_name()
    {
        Write("api/Dockerfile", "FROM a AS test\nFROM b AS production\nCOPY main.go .\n");
        Write("api/main.go", "");
        Write("docker/worker.Dockerfile", "FROM b\nCOPY worker/run.py .\n");
        Write("worker/run.py", "");

        var result = Run(new GitOrigin("github.com", "acme/mono"));

        Assert.Contains("    IEnumerable<ImageDefinition> IHazImages.Images =>", result.BuildClass);
        Assert.Contains("        new(\"ghcr.io/acme/api\") { BuildContext = \"api\" },", result.BuildClass);
        Assert.Contains(
            "        new(\"ghcr.io/acme/mono-worker\") { Dockerfile = \"docker/worker.Dockerfile\", ProductionStage = \"0\", AllowUntested = true },",
            result.BuildClass
        );
        Assert.Contains(
            "\"api:download-size=75MB\",\n    \"mono-worker:download-size=75MB\"",
            Text(".nuke/parameters.json"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ghcr.io/acme/", Text(WorkflowText.Path), StringComparison.Ordinal);
        Assert.Contains("./build.sh SlimImage", Text(WorkflowText.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_left_alone_and_a_second_run_has_nothing_to_do()
    {
        Write("Dockerfile", "FROM a AS production\n");
        Write(".nuke/parameters.json", "{\n  \"AllowUntested\": false\n}\n");
        Write(WorkflowText.Path, "mine");

        var first = Run(null);
        var before = Text(".nuke/parameters.json");
        var second = Run(null, isLimited: true);

        Assert.True(first.HasChanges);
        Assert.Contains("\"AllowUntested\": false", before, StringComparison.Ordinal);
        Assert.Equal((false, before, "mine"), (second.HasChanges, Text(".nuke/parameters.json"), Text(WorkflowText.Path)));
    }

    [Fact]
    public void Another_host_gets_no_workflow_of_githubs()
    {
        Write("Dockerfile", "FROM a AS production\n");

        var result = Run(new GitOrigin("gitlab.com", "acme/shop"));

        Assert.Contains(result.Files, x => x.StartsWith("no workflow: origin is on gitlab.com", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_root, WorkflowText.Path)));
    }

    [Fact]
    public void Broken_parameters_stop_it_before_anything_is_written()
    {
        Write("Dockerfile", "FROM a AS production\n");
        Write(".nuke/parameters.json", "{ \"A\": ");

        Assert.Contains("cannot be added to", Assert.Throws<InputException>(() => Run(null)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_root, WorkflowText.Path)));
    }

    [Fact]
    public void Dockerfiles_that_ship_nothing_are_left_out()
    {
        Write("Dockerfile", "FROM a\n");
        Write("Dockerfile.dev", "FROM a\n");
        Write("Dockerfile.dockerignore", "x\n");
        Write("node_modules/x/Dockerfile", "FROM a\n");
        Write("empty/Dockerfile", "# nothing\n");

        var found = DockerfileSearch.Find(_root, "shop", out var leftOut);

        Assert.Equal(("Dockerfile", "shop"), (Assert.Single(found).Dockerfile, found[0].Name));
        Assert.Equal(["Dockerfile.dev", "empty/Dockerfile"], leftOut);
    }

    [Theory]
    [InlineData("git@github.com:Acme/Shop.git", "github.com", "acme/shop")]
    [InlineData("https://github.com/acme/shop", "github.com", "acme/shop")]
    [InlineData("ssh://git@gitlab.com:22/group/sub/shop.git", "gitlab.com", "group/sub/shop")]
    public void An_origin_is_read_from_its_address(string address, string host, string path) =>
        Assert.Equal(new GitOrigin(host, path), GitOrigin.Of(address));

    [Fact]
    public void An_origin_is_read_from_the_repositorys_settings()
    {
        Write(
            ".git/config",
            "[remote \"up\"]\n\turl = https://github.com/up/up\n[remote \"origin\"]\n\turl = https://github.com/acme/shop.git\n"
        );

        Assert.Equal(new GitOrigin("github.com", "acme/shop"), GitOrigin.Read(_root));
        Assert.Null(GitOrigin.Of("../elsewhere"));
    }

    [Theory]
    [InlineData("ref: refs/remotes/origin/develop\n", "ref: refs/heads/feature\n", "develop")]
    [InlineData(null, "ref: refs/heads/master\n", "master")]
    [InlineData(null, "ref: refs/heads/feature\n", "main")]
    [InlineData(null, "67409d4fc3c62fb5eac9a1c5fcf24472336471f7\n", "main")]
    [InlineData("ref: refs/remotes/origin/a]: x\n", "ref: refs/heads/master\n", "master")]
    [InlineData(null, null, "main")]
    public void The_workflow_pushes_from_the_branch_that_changes_go_into(string? cloned, string? current, string branch)
    {
        Write("Dockerfile", "FROM a AS production\n");
        if (cloned is not null)
            Write(".git/refs/remotes/origin/HEAD", cloned);
        if (current is not null)
            Write(".git/HEAD", current);

        var result = Run(new GitOrigin("github.com", "acme/shop"));

        Assert.Contains($"wrote {WorkflowText.Path}: it judges pull requests, and pushes from the branch {branch}", result.Files);
        Assert.Contains($"    branches: [{branch}]\n", Text(WorkflowText.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "wrote", "# What builds and reports leave behind\nartifacts\nbuild/bin\n")]
    [InlineData("node_modules", "changed", "node_modules\n\n# What builds and reports leave behind\nartifacts\nbuild/bin\n")]
    [InlineData("a\r\nbuild/\r\n", "changed", "a\r\nbuild/\r\n\r\n# What builds and reports leave behind\r\nartifacts\r\n")]
    [InlineData("*\n!src\n", null, "*\n!src\n")]
    public void What_runs_write_is_left_out_of_a_context_that_would_take_it_in(string? before, string? verb, string after)
    {
        Write("Dockerfile", "FROM a AS production\nCOPY . .\n");
        if (before is not null)
            Write(".dockerignore", before);
        var (work, targets) = LeaveOut();

        var result = work.Write([.. targets.Select(x => new InitImage(x.Definition, null, Limits))]);

        Assert.Equal(after, Text(".dockerignore"));
        Assert.Equal(
            verb is not null,
            result.Files[0].StartsWith($"{verb} .dockerignore: it leaves out artifacts", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a\n")]
    public void A_start_that_fails_leaves_the_ignore_file_as_it_was(string? before)
    {
        Write("Dockerfile", "FROM a AS production\nCOPY . .\n");
        if (before is not null)
            Write(".dockerignore", before);
        var (work, _) = LeaveOut();
        Assert.Contains("artifacts", Text(".dockerignore"), StringComparison.Ordinal);

        work.PutBack();

        Assert.Equal(before, File.Exists(Path.Combine(_root, ".dockerignore")) ? Text(".dockerignore") : null);
    }

    [Fact]
    public void A_context_that_holds_nothing_of_it_gets_no_ignore_file()
    {
        Write("api/Dockerfile", "FROM a AS production\nCOPY main.go .\n");
        Write("api/main.go", "");
        LeaveOut();
        Assert.False(File.Exists(Path.Combine(_root, "api", ".dockerignore")) || File.Exists(Path.Combine(_root, ".dockerignore")));
    }

    private (InitWork Work, BuildTarget[] Targets) LeaveOut()
    {
        var work = new InitWork(_root, null, "main");
        BuildTarget[] targets =
        [
            .. work.Definitions(DockerfileSearch.Find(_root, work.RootName, out _)).Select(x => BuildTarget.From(x, _root)),
        ];
        foreach (var target in targets)
            work.LeaveOut(target, [Path.Combine(_root, "artifacts"), Path.Combine(_root, "build", "bin"), Path.GetTempPath()]);
        return (work, targets);
    }

    private InitResult Run(GitOrigin? origin, bool isLimited = false)
    {
        var work = new InitWork(_root, origin, GitOrigin.MainBranch(_root));
        var found = DockerfileSearch.Find(_root, work.RootName, out _);
        var images = work.Definitions(found).Zip(found, (x, y) => new InitImage(x, y, isLimited ? [] : Limits));
        return work.Write([.. images]);
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text);
    }

    private string Text(string path) => File.ReadAllText(Path.Combine(_root, path));
}
