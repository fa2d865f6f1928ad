using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// The images of a build, and the parameters that set or override what they declare. A parameter has the name of the property it sets;
/// the command line wins over the environment, that over <c>.nuke/parameters.json</c>, that over C#.
/// </summary>
public interface IHazImages : INukeBuild
{
    /// <summary>
    /// The images. By default one, made of the parameters: the Dockerfile in the root folder, named after <c>--image-repository</c> or the folder.
    /// </summary>
    IEnumerable<ImageDefinition> Images => [new(ImageRepository ?? DefinitionOverrides.RepositoryFrom(RootDirectory.Name))];

    /// <summary>
    /// Parameters that this build reads by other means than <c>[Parameter]</c>, in kebab-case without dashes. Every other unknown parameter is an
    /// error, because a mistyped limit is no limit.
    /// </summary>
    IEnumerable<string> ForeignParameters => [];

    /// <summary>Checks parameters, definitions, files and the engine, before anything is built. Every other target needs it.</summary>
    Target PrepareImages =>
        _ => _.Unlisted().OnlyWhenStatic(() => DryRunTurn.Begin(this), "it is needed").Executes(() => ImageRun.Of(this).PrepareAsync());

    /// <summary>Shows the parameters of these targets in groups, with units and examples.</summary>
    Target SlimHelp =>
        _ =>
            _.Description("Shows the parameters of these targets in groups, with units and examples")
                .Executes(() => ImageRun.ShowHelp(this));

    /// <summary>Whether the run only says what it would do.</summary>
    [Parameter("Say what would run, with the docker commands, and run nothing")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    /// <summary>The Dockerfile of an image of the moment, in place of the declared ones.</summary>
    [Parameter("Dockerfile of an image of the moment, in place of the declared ones - default: Dockerfile in the build context")]
    AbsolutePath? Dockerfile => TryGetValue(() => Dockerfile);

    /// <summary>The build context of an image of the moment, in place of the declared ones.</summary>
    [Parameter("Build context (a folder) of an image of the moment, in place of the declared ones")]
    AbsolutePath? BuildContext => TryGetValue(() => BuildContext);

    /// <summary>The repository of the image, without a tag.</summary>
    [Parameter("Repository to name and push the image, such as ghcr.io/acme/shop")]
    string? ImageRepository => TryGetValue(() => ImageRepository);

    /// <summary>The names of the images to work on; all when not set.</summary>
    [Parameter("Names of the images to work on - default: all", Separator = ",")]
    string[]? OnlyImage => TryGetValue(() => OnlyImage);

    /// <summary>The stage whose steps are the tests.</summary>
    [Parameter("Stage whose steps are the tests - default: test")]
    string? TestStage => TryGetValue(() => TestStage);

    /// <summary>A command to run in a container of the test stage.</summary>
    [Parameter("Command to run in a container of the test stage, such as \"npm test\"")]
    string? TestCommand => TryGetValue(() => TestCommand);

    /// <summary>A JUnit or TRX file, or a folder of them, in the test stage.</summary>
    [Parameter("JUnit or TRX file, or a folder of them, in the test stage")]
    string? TestResults => TryGetValue(() => TestResults);

    /// <summary>The stage that is measured and pushed.</summary>
    [Parameter("Stage that is measured and pushed - default: production")]
    string? ProductionStage => TryGetValue(() => ProductionStage);

    /// <summary>Whether an image without a test stage may be measured and pushed.</summary>
    [Parameter("Allow an image without a test stage")]
    bool? AllowUntested => TryGetValue<bool?>(() => AllowUntested);

    /// <summary>Build args, <c>NAME=value</c> or <c>NAME</c>.</summary>
    [Parameter("Build args, NAME=value or NAME (of an environment variable)")]
    string[]? BuildArgs => TryGetValue(() => BuildArgs);

    /// <summary>Secret mounts, <c>id=NAME,src=FILE</c> or <c>id=NAME,env=VARIABLE</c>.</summary>
    [Parameter("Secret mounts, id=NAME,src=FILE or id=NAME,env=VARIABLE")]
    string[]? BuildSecrets => TryGetValue(() => BuildSecrets);

    /// <summary>SSH agents in buildx's notation.</summary>
    [Parameter("SSH agents for RUN --mount=type=ssh, such as default")]
    string[]? SshAgents => TryGetValue(() => SshAgents);

    /// <summary>Labels of the image, <c>name=value</c>.</summary>
    [Parameter("Labels of the image, name=value")]
    string[]? ImageLabels => TryGetValue(() => ImageLabels);

    /// <summary>The platforms to build.</summary>
    [Parameter("Platforms to build, such as linux/amd64 linux/arm64 - default: the engine's own", Separator = ",")]
    string[]? Platforms => TryGetValue(() => Platforms);

    /// <summary>The buildx builder.</summary>
    [Parameter("buildx builder - default: the current one")]
    string? BuildxBuilder => TryGetValue(() => BuildxBuilder);

    /// <summary>Where layer cache is read from.</summary>
    [Parameter("Layer cache to read, such as type=registry,ref=ghcr.io/acme/cache:{image}; not used by the cold build")]
    string[]? CacheFrom => TryGetValue(() => CacheFrom);

    /// <summary>Where layer cache is written to.</summary>
    [Parameter("Layer cache to write once production is built, such as type=registry,ref=ghcr.io/acme/cache:{image}; of all stages")]
    string[]? CacheTo => TryGetValue(() => CacheTo);

    /// <summary>The network of RUN steps.</summary>
    [Parameter("Network of RUN steps: default, none or host")]
    string? NetworkMode => TryGetValue(() => NetworkMode);

    /// <summary>What is timed.</summary>
    [Parameter("What is timed: cold, warm, edited, dependency-edited, ci - default: the first three", Separator = ",")]
    string[]? Scenarios => TryGetValue(() => Scenarios);

    /// <summary>How often each scenario is timed.</summary>
    [Parameter("How often each scenario is timed; the least counts - default: 1")]
    string? BuildRounds => TryGetValue(() => BuildRounds);

    /// <summary>How often a scenario may be timed when it is near a limit.</summary>
    [Parameter("How often a scenario may be timed when it is too near to a limit for fewer rounds to decide - default: 3")]
    string? MaxBuildRounds => TryGetValue(() => MaxBuildRounds);

    /// <summary>Rules that are switched off.</summary>
    [Parameter("Rules of the Dockerfile's checks to switch off, such as root-user", Separator = ",")]
    string[]? IgnoredRules => TryGetValue(() => IgnoredRules);

    /// <summary>Rules whose findings fail the run.</summary>
    [Parameter("Rules whose findings fail the run, such as unpinned-base", Separator = ",")]
    string[]? ErrorRules => TryGetValue(() => ErrorRules);

    /// <summary>What must not be in the image.</summary>
    [Parameter("What must not be in the image: shell, compiler, package-manager, root, setuid, key-file", Separator = ",")]
    string[]? ForbidInImage => TryGetValue(() => ForbidInImage);

    /// <summary>The file that findings are written to as SARIF 2.1.0.</summary>
    [Parameter("File to write findings to as SARIF 2.1.0, for code scanning")]
    AbsolutePath? SarifFile => TryGetValue(() => SarifFile);

    /// <summary>Whether the measured image is scanned for vulnerabilities.</summary>
    [Parameter("Scan the measured image for vulnerabilities with trivy or grype, whichever is installed")]
    bool? ScanImage => TryGetValue<bool?>(() => ScanImage);

    /// <summary>The least severity of a vulnerability that keeps the image from being pushed.</summary>
    [Parameter("Least severity of a vulnerability that fails the run: low, medium, high or critical - default: high")]
    string? ScanSeverity => TryGetValue(() => ScanSeverity);

    /// <summary>The file that packages are written to as CycloneDX 1.6.</summary>
    [Parameter("File to write the image's packages to as CycloneDX 1.6 JSON")]
    AbsolutePath? SbomFile => TryGetValue(() => SbomFile);

    /// <summary>The file that an edited build changes, in a copy.</summary>
    [Parameter("File that an edited build changes, in a copy - default: the newest tracked source file that reaches production")]
    string? EditedFile => TryGetValue(() => EditedFile);

    /// <summary>The limit of the download size.</summary>
    [Parameter("Limit of the download size, such as 80MB")]
    string? DownloadSize => TryGetValue(() => DownloadSize);

    /// <summary>The limit of the unpacked size.</summary>
    [Parameter("Limit of the unpacked size, such as 200MB")]
    string? UnpackedSize => TryGetValue(() => UnpackedSize);

    /// <summary>The limit of the cold build.</summary>
    [Parameter("Limit of the cold build, such as 4m30s")]
    string? ColdBuild => TryGetValue(() => ColdBuild);

    /// <summary>The limit of the warm build.</summary>
    [Parameter("Limit of the warm build, such as 5s")]
    string? WarmBuild => TryGetValue(() => WarmBuild);

    /// <summary>The limit of the build after an edit.</summary>
    [Parameter("Limit of the build after an edit to a source file, such as 10s")]
    string? EditedBuild => TryGetValue(() => EditedBuild);

    /// <summary>The limit of the packages in the image.</summary>
    [Parameter("Limit of the packages in the image, of all kinds, such as 60")]
    string? PackageCount => TryGetValue(() => PackageCount);

    /// <summary>A report file to hold the image against.</summary>
    [Parameter("Report to hold the image against: a slim-report.json of an earlier run")]
    AbsolutePath? BaselineReport => TryGetValue(() => BaselineReport);

    /// <summary>A folder with reports; the newest is the baseline.</summary>
    [Parameter("Folder with reports of earlier runs; the newest of the image is what it is held against")]
    AbsolutePath? BaselineFolder => TryGetValue(() => BaselineFolder);

    /// <summary>An image in a registry to hold the image against.</summary>
    [Parameter("Image in a registry to hold the image against, such as ghcr.io/acme/shop:main; its report hangs on it")]
    string? BaselineImage => TryGetValue(() => BaselineImage);

    /// <summary>A git revision that is built and measured beside the image, to hold it against.</summary>
    [Parameter(
        "Git revision to build and measure beside the image, and to hold it against: origin/main, origin/main... (since they parted), merge-base (of a pull request)"
    )]
    string? BaselineRef => TryGetValue(() => BaselineRef);

    /// <summary>How old a baseline's figures may be.</summary>
    [Parameter("Age that a baseline's figures may have, such as 30d; older ones are as good as none")]
    string? BaselineAge => TryGetValue(() => BaselineAge);

    /// <summary>Whether a push hangs the report on the image.</summary>
    [Parameter("Whether a push hangs the report on the image, for later runs to be held against - default: true")]
    bool? AttachReport => TryGetValue<bool?>(() => AttachReport);

    /// <summary>By how much sizes may grow.</summary>
    [Parameter("Limit of the growth of download and unpacked size against the baseline, such as 2% or 5MB")]
    string? SizeGrowth => TryGetValue(() => SizeGrowth);

    /// <summary>By how much builds may become slower.</summary>
    [Parameter("Limit of how much slower cold, warm and edited builds may become against the baseline, such as 10%")]
    string? TimeGrowth => TryGetValue(() => TimeGrowth);

    /// <summary>Growth of a size that is never too much.</summary>
    [Parameter("Growth of a size that is never too much - default: 100kB")]
    string? GrowthFloor => TryGetValue(() => GrowthFloor);

    /// <summary>Limits by name, for all images or one, all platforms or one.</summary>
    [Parameter(
        "Limits by name, [IMAGE:][PLATFORM:]NAME=VALUE, such as own-unpacked-size=20MB shop:linux/arm64:cold-build=90s; the smaller of two holds"
    )]
    string[]? BudgetLimits => TryGetValue(() => BudgetLimits);

    /// <summary>Limits that warn and fail nothing.</summary>
    [Parameter("Limits that warn and fail nothing, written like --budget-limits")]
    string[]? SoftLimits => TryGetValue(() => SoftLimits);

    /// <summary>The bandwidth that a pull is estimated for.</summary>
    [Parameter("Bandwidth that a pull is estimated for - default: 100Mbit/s")]
    string? PullBandwidth => TryGetValue(() => PullBandwidth);

    /// <summary>An image that exists already, to be measured.</summary>
    [Parameter(
        "Image that exists already, to be measured: docker-daemon:NAME, docker://NAME, oci:FOLDER, oci-archive:FILE or docker-archive:FILE"
    )]
    string? MeasuredImage => TryGetValue(() => MeasuredImage);

    /// <summary>An image that the measured one is held against, file by file.</summary>
    [Parameter(
        "Image to hold the measured one against, file by file: docker-daemon:NAME, docker://NAME, oci:FOLDER, oci-archive:FILE or docker-archive:FILE"
    )]
    string? ComparedImage => TryGetValue(() => ComparedImage);

    /// <summary>The tags of a push.</summary>
    [Parameter(
        "Tags to push the image under, such as 1.4.2,latest; git fills in {branch}, {sha}, {version}, {major}, {minor}, {latest}",
        Separator = ","
    )]
    string[]? ImageTags => TryGetValue(() => ImageTags);
}
