namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>Which folder of Nuke.DockerSlim.Core may see which, taken from the compiled assembly.</summary>
public sealed class FolderTests
{
    /// <summary>
    /// Each folder, in the order of the flow, and what it may use of others: whole folders that stand above it in this table, or, as
    /// <c>Folder.Type</c>, single types of any. Reporting stands beside the flow: its data is what the steps hand on, its texts see no step.
    /// </summary>
    private static readonly (string Folder, string[] MaySee)[] Table =
    [
        // An exception carries the facts of what failed.
        (
            "Errors",
            [
                "Building.BuildFailure",
                "Building.BuildFailureKind",
                "Reporting.ImageReport",
                "Reporting.PushFacts",
                "Reporting.ReportOutcome",
            ]
        ),
        ("Values", ["Errors"]),
        ("Streaming", []),
        ("Dockerfiles", []),
        ("Commands", ["Dockerfiles"]),
        // What is timed is declared by the names that the plan gives it.
        (
            "Configuration",
            ["Errors", "Values", "Planning.BuildScenario", "Checking.DockerfileRules", "Checking.DockerfileRule", "Checking.MeasuredRules"]
        ),
        ("Planning", ["Errors", "Values", "Configuration", "Secrets.BuildLogFilter"]),
        // The builder's own checks are findings of the report; a build may take result files of tests out.
        (
            "Building",
            [
                "Errors",
                "Values",
                "Dockerfiles",
                "Configuration",
                "Planning",
                "Reporting.Finding",
                "Reporting.FindingSeverity",
                "Reporting.InputFacts",
                "Testing.ResultFile",
            ]
        ),
        // What a rule finds is a finding of the report.
        ("Checking", ["Dockerfiles", "Commands", "Checking.Rules", "Reporting.Finding", "Reporting.FindingSeverity"]),
        ("Checking.Rules", ["Dockerfiles", "Commands", "Checking", "Reporting.FindingSeverity"]),
        ("Reporting", ["Errors", "Values", "Building", "Planning.BuildScenario", "Judging.Verdict", "Hosting.WholeFile"]),
        ("Contexts", ["Errors", "Values", "Building.JsonFields", "Building.LineRange", "Building.ProvenanceDocument"]),
        // Texts in, texts out; what it comes to is advice of the report.
        (
            "Advising",
            ["Values", "Dockerfiles", "Commands", "Checking", "Advising.Edits", "Reporting", "Contexts.IgnoreFile", "Contexts.PathPatterns"]
        ),
        ("Advising.Edits", ["Dockerfiles", "Commands", "Checking", "Checking.Rules.RootUser", "Contexts.PathGlob", "Advising"]),
        ("Testing", ["Errors", "Values", "Configuration", "Planning", "Building", "Reporting"]),
        (
            "Measuring",
            ["Errors", "Values", "Dockerfiles", "Commands", "Planning", "Building", "Reporting", "Contexts", "Checking.RuleSettings"]
        ),
        ("Judging", ["Errors", "Values", "Configuration", "Planning.BuildScenario", "Reporting", "Comparing.TimeRule"]),
        // What a report says against what another says: nothing is measured again.
        ("Comparing", ["Values", "Reporting"]),
        ("Publishing", ["Errors", "Values", "Configuration", "Reporting", "Judging"]),
        // What a run would do: the plan's own commands, as text.
        (
            "Previewing",
            [
                "Errors",
                "Values",
                "Configuration",
                "Planning",
                "Reporting.ConsoleLines",
                "Reporting.ConsoleSpan",
                "Reporting.ConsoleStyle",
                "Reporting.ConsoleTone",
                "Reporting.UntrustedText",
                "Secrets.SecretNames",
            ]
        ),
        // What streams by is read without knowing where it comes from; what is in it is told as the report has it.
        (
            "Inspecting",
            [
                "Values",
                "Reporting.ContentsFacts",
                "Reporting.DuplicateFacts",
                "Reporting.FileFacts",
                "Reporting.ResidueFacts",
                "Reporting.SurfaceFacts",
                "Reporting.SurfaceItem",
                "Reporting.WasteFacts",
                "Reporting.ComparisonFacts",
                "Reporting.ComparedPath",
                "Reporting.ComparedLine",
            ]
        ),
        // Two builds of the same inputs, entry by entry.
        (
            "Reproducing",
            [
                "Inspecting.ILayerVisitor",
                "Inspecting.LayerEntryKind",
                "Inspecting.PathText",
                "Inspecting.ShownPath",
                "Inspecting.TarEntry",
                "Inspecting.XxHash64",
                "Reporting.RepeatedCause",
                "Reporting.RepeatedDifference",
                "Reporting.RepeatedFile",
                "Reporting.RepeatedLayer",
                "Reporting.RepeatedStage",
                "Reporting.ReproducibilityVerdict",
            ]
        ),
        // What the contents of files tell about packages, and what follows from it.
        ("Inventory", ["Values", "Inspecting", "Reporting.InventoryFacts", "Reporting.PackageCounts", "Reporting.PackageFacts"]),
        // Layers and what builds write are searched as they stream by.
        (
            "Secrets",
            ["Building.ProgressEvent", "Inspecting.ILayerVisitor", "Inspecting.PathText", "Inspecting.ShownPath", "Inspecting.TarEntry"]
        ),
        // Rendered from the report; what rules are called and how bad they are comes with them.
        ("Sarif", ["Values", "Reporting", "Checking.DockerfileRules", "Checking.DockerfileRule"]),
        // Rendered from the report, for people who read it on GitHub.
        ("Commenting", ["Errors", "Values", "Reporting", "Judging.Verdict"]),
        // Rendered from the report and the map of the image's files, for people who open it in a browser.
        ("Pages", ["Values", "Reporting", "Building.VertexKind", "Judging.Verdict", "Planning.BuildScenario"]),
        // Which pull request a run is about, and its one comment; the server stands behind ports.
        (
            "PullRequests",
            [
                "Errors",
                "Building.JsonFields",
                "Commenting.CommentMarker",
                "Commenting.ReviewSuggestion",
                "Commenting.ReviewSuggestions",
                "Reporting.Advice",
                "Reporting.AdviceTogether",
                "Reporting.DeltaFacts",
                "Reporting.ImageReport",
                "Reporting.MeasureDelta",
                "Reporting.ReportOutcome",
                "Reporting.UntrustedText",
            ]
        ),
        // The same for later steps of a workflow, and for its log.
        ("Workflows", ["Errors", "Values", "Reporting", "Judging.Verdict", "Commenting.BlamedLine", "Commenting.CommentTests"]),
        // What is stated beside images.
        ("Attesting", ["Values", "Configuration.SourceFacts", "Configuration.TagTemplate"]),
        // What scanners of vulnerabilities say.
        ("Scanning", ["Errors", "Values"]),
        // Packages as other tools read them.
        ("Sbom", ["Values", "Inventory.Distribution", "Inventory.ListedPackage", "Inventory.PackageList", "Reporting"]),
        ("Compressing", ["Inspecting.XxHash64", "Streaming"]),
        // The only folder that touches the disk; the flow does not know it, the pipeline puts both together.
        (
            "Hosting",
            [
                "Errors",
                "Values",
                "Dockerfiles",
                "Configuration",
                "Planning",
                "Building",
                "Contexts",
                "Testing",
                "Measuring",
                "Inspecting",
                "Inventory",
                "Secrets",
                "Compressing",
                "Streaming",
                // A baseline is a report file.
                "Comparing.FoundBaseline",
                "Judging.LimitChange",
                "Reporting.BaselineFacts",
                "Reporting.BaselineKind",
                "Reporting.BuildFacts",
                "Reporting.HistoryJson",
                "Reporting.HistoryKind",
                "Reporting.ImageFacts",
                "Reporting.ImageHistory",
                "Reporting.ImageReport",
                "Reporting.JsonReport",
                "Reporting.JsonReportReader",
                "Reporting.PastStep",
                "Reporting.PlatformFacts",
                "Reporting.SizeFacts",
                "Reporting.TagHistory",
                "Reporting.UntrustedText",
                "Checking.CheckedContext",
                // A Dockerfile that is found is looked at for what it ships.
                "Starting.FoundDockerfile",
                "Starting.StageChoice",
                "Workflows.StepOutputs",
                // What a builder left in a layout is uploaded from there.
                "Publishing.IRegistryUpload",
                "Publishing.ImageStatement",
                "Publishing.IndexContent",
                "Publishing.PublishedImage",
                "Publishing.PublishedPlatform",
                // What hangs on pushed images.
                "Publishing.PushHistory",
                "Publishing.PushHistoryJson",
                "Publishing.RecalledHistory",
                "Reporting.PastImage",
            ]
        ),
        // What a repository begins with: texts in, texts out.
        (
            "Starting",
            [
                "Values",
                "Configuration",
                "Dockerfiles",
                "Commands",
                "Reporting.BuildFacts",
                "Reporting.ConsoleLines",
                "Reporting.ConsoleSpan",
                "Reporting.ConsoleStyle",
                "Reporting.ConsoleTone",
                "Reporting.ImageReport",
                "Reporting.SizeFacts",
                "Reporting.TimedBuild",
                "Reporting.UntrustedText",
            ]
        ),
        (
            CoreTypes.Top,
            [
                "Errors",
                "Values",
                "Dockerfiles",
                "Configuration",
                "Planning",
                "Building",
                "Checking",
                "Reporting",
                "Contexts",
                "Testing",
                "Measuring",
                "Judging",
                "Comparing",
                "Publishing",
                "Previewing",
                "PullRequests",
                "Hosting",
                "Advising",
                "Inspecting",
                "Reproducing",
                "Inventory",
                "Attesting",
                "Scanning",
                "Sbom",
                "Secrets",
                "Sarif",
                "Commenting",
                "Pages",
                "Workflows",
                "Starting",
            ]
        ),
    ];

    [Fact]
    public void Every_folder_sees_only_what_the_table_allows()
    {
        var forbidden =
            from use in Uses()
            let allowed = Table.FirstOrDefault(x => x.Folder == use.Folder).MaySee ?? []
            where !allowed.Contains(use.UsedFolder) && !allowed.Contains($"{use.UsedFolder}.{use.Used}")
            select $"{use.Folder}.{use.User} uses {use.UsedFolder}.{use.Used}";
        Assert.Empty(forbidden.Distinct().Order());
    }

    [Fact]
    public void The_table_allows_nothing_that_is_not_used()
    {
        var used = Uses().SelectMany(x => (string[])[$"{x.Folder} {x.UsedFolder}", $"{x.Folder} {x.UsedFolder}.{x.Used}"]).ToHashSet();
        // Everything may fail and everything has values: whether it does today is no decision.
        var allowed = Table.SelectMany(x => x.MaySee.Where(may => may is not ("Errors" or "Values")).Select(may => $"{x.Folder} {may}"));
        Assert.Equal([], allowed.Where(x => !used.Contains(x)));
    }

    [Fact]
    public void No_folder_sees_all_of_a_later_one()
    {
        var order = Table.Select(x => x.Folder).ToList();
        var later =
            from row in Table
            from may in row.MaySee
            where !may.Contains('.') && order.IndexOf(may) is var at && (at < 0 || at > order.IndexOf(row.Folder))
            select $"{row.Folder} sees {may}";
        Assert.Empty(later);
    }

    [Fact]
    public void Every_folder_is_in_the_table() =>
        Assert.Equal(CoreTypes.All.Select(CoreTypes.FolderOf).Distinct().Order(), Table.Select(x => x.Folder).Order());

    [Fact]
    public void The_compiled_code_is_really_read()
    {
        // In a lambda, in a signature, in an async method, behind a generic argument.
        Assert.Contains(("Building", "BuildMetadataReader", "Values", "Digest"), Uses());
        Assert.Contains((CoreTypes.Top, "ImagePipeline", "Hosting", "ImageSources"), Uses());
        Assert.Contains((CoreTypes.Top, "ImagePipeline", "Measuring", "IImageStore"), Uses());
        Assert.Contains(("Building", "IImageBuilder", "Reporting", "Finding"), Uses());
    }

    private static IEnumerable<(string Folder, string User, string UsedFolder, string Used)> Uses() =>
        from type in CoreTypes.All
        from used in CoreTypes.Used[type]
        where CoreTypes.IsOurs(used) && CoreTypes.FolderOf(used) != CoreTypes.FolderOf(type)
        select (CoreTypes.FolderOf(type), CoreTypes.NameOf(type), CoreTypes.FolderOf(used), CoreTypes.NameOf(used));
}
