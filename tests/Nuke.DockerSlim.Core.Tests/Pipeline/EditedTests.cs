using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>Builds after an edit: in a copy, under a name of their own.</summary>
public sealed class EditedTests : PipelineTest
{
    private const string Edited = "acme/shop:dockerslim-edited";
    private readonly Dictionary<string, string> _seen = [];
    private readonly List<(BuildScenario Scenario, string Folder)> _folders = [];

    public EditedTests()
    {
        Write("src/main.ts", "main();\n");
        Write("package-lock.json", "{}\n");
        Ports.Building = (target, step) =>
        {
            _folders.Add((step.Scenario, target.ContextDirectory));
            foreach (
                var file in Directory
                    .EnumerateFiles(target.ContextDirectory, "*.ts", SearchOption.AllDirectories)
                    .Concat(Directory.EnumerateFiles(target.ContextDirectory, "*-lock.json"))
            )
                _seen[$"{step.Scenario} {Path.GetFileName(file)}"] = File.ReadAllText(file);
        };
        Time(BuildScenario.Warm, BuildScenario.Edited);
    }

    [Fact]
    public async Task The_copy_is_built_once_before_it_is_edited()
    {
        await BuildAsync();
        Assert.Equal(
            ["build Warm production", "build Priming production", "build Edited production", $"remove {Edited}"],
            Ports.Calls.Where(x => x.StartsWith("build", StringComparison.Ordinal) || x.StartsWith("remove", StringComparison.Ordinal))
        );
        Assert.Equal("main();\n", _seen["Priming main.ts"]);
        Assert.Matches(@"^main\(\);\n\n// edited [0-9a-f]{8}\n$", _seen["Edited main.ts"]);
        Assert.Equal("src/main.ts", Measured.Builds.Edited!.EditedFile);
        Assert.Null(Measured.Builds.Warm!.EditedFile);
    }

    [Fact]
    public async Task The_users_files_stay_as_they_are_and_the_copy_goes()
    {
        await BuildAsync();
        Assert.Equal("main();\n", await File.ReadAllTextAsync(Path.Combine(Context, "src/main.ts")));
        Assert.Equal(Context, _folders[0].Folder);
        Assert.All(_folders.Skip(1), x => Assert.StartsWith(Temporary, x.Folder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task Each_round_edits_anew_what_was_there_at_first()
    {
        Take(Work.Target.Definition with { BuildRounds = 2 });
        var edits = new List<string>();
        Ports.Asked = call =>
        {
            if (call.StartsWith("build Edited", StringComparison.Ordinal))
                edits.Add(_seen["Edited main.ts"]);
        };
        await BuildAsync();
        Assert.Equal(2, edits.Distinct().Count());
        Assert.All(edits, x => Assert.Equal(2, x.Split("\n\n").Length));
        Assert.Equal(1, Ports.Calls.Count(x => x.StartsWith("build Priming", StringComparison.Ordinal)));
        Assert.Equal(2, Measured.Builds.Edited!.Rounds.Count);
    }

    [Fact]
    public async Task A_dependency_edit_changes_the_lock_file_alone()
    {
        Time(BuildScenario.Warm, BuildScenario.Edited, BuildScenario.DependencyEdited);
        await BuildAsync();
        Assert.Equal("package-lock.json", Measured.Builds.DependencyEdited!.EditedFile);
        Assert.Matches("^{}[ \n]+$", _seen["DependencyEdited package-lock.json"]);
        Assert.Equal("main();\n", _seen["DependencyEdited main.ts"]);
        Assert.Equal("{}\n", _seen["Edited package-lock.json"]);
    }

    [Fact]
    public async Task What_is_tracked_comes_before_what_is_newer()
    {
        Write("src/scratch.ts", "x");
        Ports.Tracked = new HashSet<string> { "src/main.ts" };
        await BuildAsync();
        Assert.Equal("src/main.ts", Measured.Builds.Edited!.EditedFile);
    }

    [Fact]
    public async Task The_file_may_be_named()
    {
        Take(Work.Target.Definition with { EditedFile = "package-lock.json" });
        await BuildAsync();
        Assert.Equal("package-lock.json", Measured.Builds.Edited!.EditedFile);
    }

    [Fact]
    public async Task A_named_file_that_production_does_not_need_is_refused_before_the_copy_is_made()
    {
        var text = await File.ReadAllTextAsync(Recordings.Path("classic/cold-production", "metadata.json"));
        Ports.Build = step => FakePorts.Good(step) with { MetadataText = text };
        Write("jest.config.js", "x");
        Take(Work.Target.Definition with { EditedFile = "jest.config.js" });
        var e = await Assert.ThrowsAsync<InputException>(BuildAsync);
        Assert.StartsWith("The file to edit, jest.config.js, does not reach the stage 'production' of Dockerfile: ", e.Message);
        Assert.Single(_folders);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData(
        """{"buildx.build.provenance":{"buildConfig":{"llbDefinition":[{"op":{"Op":{"source":{"identifier":"local://context","attrs":{"local.followpaths":"["}}}}}]}}}"""
    )]
    public async Task Metadata_that_cannot_be_read_is_as_good_as_none(string metadata)
    {
        Ports.Build = step => FakePorts.Good(step) with { MetadataText = metadata };
        await BuildAsync();
        Assert.Equal("src/main.ts", Measured.Builds.Edited!.EditedFile);
    }

    [Fact]
    public async Task Only_what_production_takes_in_is_copied()
    {
        var text = await File.ReadAllTextAsync(Recordings.Path("classic/cold-production", "metadata.json"));
        Ports.Build = step => FakePorts.Good(step) with { MetadataText = text };
        Write("tools/big.ts", "x");
        Write("src/orders/deep/order.ts", "x");
        var copied = new List<string>();
        Ports.Building = (target, step) =>
        {
            if (step.Scenario == BuildScenario.Priming)
                copied.AddRange(
                    Directory
                        .EnumerateFileSystemEntries(target.ContextDirectory, "*", SearchOption.AllDirectories)
                        .Select(x => Path.GetRelativePath(target.ContextDirectory, x).Replace('\\', '/'))
                );
        };
        await BuildAsync();
        Assert.Equal(
            ["package-lock.json", "src", "src/main.ts", "src/orders", "src/orders/deep", "src/orders/deep/order.ts"],
            copied.Order(StringComparer.Ordinal)
        );
        Assert.Equal("src/orders/deep/order.ts", Measured.Builds.Edited!.EditedFile);
    }

    [Fact]
    public async Task Where_nothing_can_be_edited_the_report_says_so_and_goes_on()
    {
        Ports.Build = step =>
            FakePorts.Good(step) with
            {
                MetadataText = """{"buildx.build.provenance":{"buildConfig":{"llbDefinition":[]}}}""",
            };
        Time(BuildScenario.Edited, BuildScenario.Warm);
        await BuildAsync();
        Assert.Null(Measured.Builds.Edited);
        Assert.NotNull(Measured.Builds.Warm);
        var finding = Assert.Single(Measured.Findings);
        Assert.Equal(("nothing-to-edit", FindingSeverity.Info), (finding.Rule, finding.Severity));
    }

    [Fact]
    public async Task A_context_that_cannot_be_copied_is_said_with_the_file()
    {
        // Nothing can be made below a file.
        await File.WriteAllTextAsync(Path.Combine(Context, ".nuke"), "");
        var e = await Assert.ThrowsAsync<InputException>(BuildAsync);
        Assert.StartsWith($"The build context {Context} cannot be copied for the edited build: ", e.Message);
        Assert.EndsWith("leave the edited build out with --scenarios cold,warm.", e.Message);
    }

    [Fact]
    public async Task Where_the_builder_leaves_a_layout_the_edited_image_goes_into_one_of_the_copys_own()
    {
        Work.BuildIntoLayout();
        var layouts = new List<string>();
        Ports.Building = (target, step) => layouts.Add($"{step.Scenario} {target.IsInLayout(step)} {target.LayoutDirectory}");
        await BuildAsync();
        Assert.Equal($"Warm True {Work.Folder.LayoutDirectory}", layouts[0]);
        Assert.All(layouts.Skip(1), x => Assert.Contains($" True {Temporary}", x));
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("remove", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Zero_bytes_are_no_text()
    {
        await File.WriteAllBytesAsync(Path.Combine(Context, "src", "newer.ts"), [65, 0, 66]);
        await BuildAsync();
        Assert.Equal("src/main.ts", Measured.Builds.Edited!.EditedFile);
    }

    [Fact]
    public async Task Interrupted_the_copy_and_the_image_go_all_the_same()
    {
        Ports.Asked = call =>
        {
            if (call.StartsWith("build Edited", StringComparison.Ordinal))
                throw new OperationCanceledException();
        };
        await Assert.ThrowsAsync<OperationCanceledException>(BuildAsync);
        Assert.Equal($"remove {Edited}", Ports.Calls[^1]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task Layer_lines_are_those_of_the_build_without_an_edit()
    {
        var text = await File.ReadAllTextAsync(Recordings.Path("classic/warm-production", "metadata.json"));
        Ports.Build = step =>
            step.IsEdited
                ? FakePorts.Good(step) with
                {
                    MetadataText = "{}",
                }
                : FakePorts.Good(step) with
                {
                    MetadataText = text,
                    Metadata = BuildMetadataReader.Read(text),
                };
        await BuildAsync();
        Assert.Equal(text, await File.ReadAllTextAsync(Work.Folder.ProductionMetadataFile));
    }

    private void Time(params BuildScenario[] scenarios) => Take(Work.Target.Definition with { Scenarios = scenarios });

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Context, path))!);
        File.WriteAllText(Path.Combine(Context, path), content);
    }
}
