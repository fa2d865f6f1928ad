namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// What a run sets from outside, on the command line, in the environment or in <c>.nuke/parameters.json</c>. Texts as they were written;
/// null is not set. Every name is that of the property it sets, and of the parameter.
/// </summary>
public sealed record ImageParameters
{
    /// <summary>The Dockerfile, absolute; together with or instead of <see cref="BuildContext" /> it makes an image of the moment.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The build context, absolute.</summary>
    public string? BuildContext { get; init; }

    /// <summary>See <see cref="ImageDefinition.Repository" />.</summary>
    public string? ImageRepository { get; init; }

    /// <summary>See <see cref="ImageDefinition.TestStage" />.</summary>
    public string? TestStage { get; init; }

    /// <summary>See <see cref="ImageDefinition.TestCommand" />.</summary>
    public string? TestCommand { get; init; }

    /// <summary>See <see cref="ImageDefinition.TestResults" />.</summary>
    public string? TestResults { get; init; }

    /// <summary>See <see cref="ImageDefinition.ProductionStage" />.</summary>
    public string? ProductionStage { get; init; }

    /// <summary>See <see cref="ImageDefinition.AllowUntested" />.</summary>
    public bool? AllowUntested { get; init; }

    /// <summary>See <see cref="ImageDefinition.BuildArgs" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? BuildArgs { get; init; }

    /// <summary>See <see cref="ImageDefinition.BuildSecrets" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? BuildSecrets { get; init; }

    /// <summary>See <see cref="ImageDefinition.SshAgents" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? SshAgents { get; init; }

    /// <summary>See <see cref="ImageDefinition.Labels" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? ImageLabels { get; init; }

    /// <summary>See <see cref="ImageDefinition.Platforms" />.</summary>
    public IReadOnlyList<string>? Platforms { get; init; }

    /// <summary>See <see cref="ImageDefinition.BuildxBuilder" />.</summary>
    public string? BuildxBuilder { get; init; }

    /// <summary>See <see cref="ImageDefinition.CacheFrom" />.</summary>
    public IReadOnlyList<string>? CacheFrom { get; init; }

    /// <summary>See <see cref="ImageDefinition.CacheTo" />.</summary>
    public IReadOnlyList<string>? CacheTo { get; init; }

    /// <summary>See <see cref="ImageDefinition.NetworkMode" />.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>See <see cref="ImageDefinition.Scenarios" />.</summary>
    public IReadOnlyList<string>? Scenarios { get; init; }

    /// <summary>See <see cref="ImageDefinition.BuildRounds" />.</summary>
    public string? BuildRounds { get; init; }

    /// <summary>See <see cref="ImageDefinition.MaxBuildRounds" />.</summary>
    public string? MaxBuildRounds { get; init; }

    /// <summary>See <see cref="ImageDefinition.EditedFile" />.</summary>
    public string? EditedFile { get; init; }

    /// <summary>See <see cref="ImageDefinition.FreshBuilder" />.</summary>
    public string? FreshBuilder { get; init; }

    /// <summary>See <see cref="ImageBudget.DownloadSize" />.</summary>
    public string? DownloadSize { get; init; }

    /// <summary>See <see cref="ImageBudget.UnpackedSize" />.</summary>
    public string? UnpackedSize { get; init; }

    /// <summary>See <see cref="ImageBudget.ColdBuild" />.</summary>
    public string? ColdBuild { get; init; }

    /// <summary>See <see cref="ImageBudget.WarmBuild" />.</summary>
    public string? WarmBuild { get; init; }

    /// <summary>See <see cref="ImageBudget.EditedBuild" />.</summary>
    public string? EditedBuild { get; init; }

    /// <summary>See <see cref="ImageBudget.PackageCount" />.</summary>
    public string? PackageCount { get; init; }

    /// <summary>See <see cref="ImageDefinition.Tags" />.</summary>
    public IReadOnlyList<string>? ImageTags { get; init; }

    /// <summary>See <see cref="PushSettings.AlsoTo" />.</summary>
    public IReadOnlyList<string>? AlsoPushTo { get; init; }

    /// <summary>See <see cref="PushSettings.ImmutableTags" />.</summary>
    public IReadOnlyList<string>? ImmutableTags { get; init; }

    /// <summary>See <see cref="PushSettings.KeepCandidates" />.</summary>
    public bool? KeepCandidates { get; init; }

    /// <summary>See <see cref="ImageDefinition.IgnoredRules" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? IgnoredRules { get; init; }

    /// <summary>See <see cref="ImageDefinition.ErrorRules" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? ErrorRules { get; init; }

    /// <summary>See <see cref="ImageDefinition.ForbidInImage" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? ForbidInImage { get; init; }

    /// <summary>See <see cref="ImageDefinition.SbomFile" />; of several images each has one of its own, with its name before the first dot.</summary>
    public string? SbomFile { get; init; }

    /// <summary>See <see cref="ImageDefinition.ScanImage" />.</summary>
    public bool? ScanImage { get; init; }

    /// <summary>See <see cref="ImageDefinition.ScanSeverity" />.</summary>
    public string? ScanSeverity { get; init; }

    /// <summary>See <see cref="ImageDefinition.PullBandwidth" />.</summary>
    public string? PullBandwidth { get; init; }

    /// <summary>See <see cref="ImageDefinition.MeasuredImage" />; without <see cref="OnlyImage" /> it makes an image of the moment.</summary>
    public string? MeasuredImage { get; init; }

    /// <summary>See <see cref="ImageDefinition.ComparedImage" />.</summary>
    public string? ComparedImage { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeImage" />.</summary>
    public bool? SmokeImage { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeUrl" />.</summary>
    public string? SmokeUrl { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeLog" />.</summary>
    public string? SmokeLog { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeCommand" />.</summary>
    public string? SmokeCommand { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeExitCode" />.</summary>
    public string? SmokeExitCode { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeEnvironment" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? SmokeEnvironment { get; init; }

    /// <summary>See <see cref="SmokeCheck.SmokeTimeLimit" />.</summary>
    public string? SmokeTimeLimit { get; init; }

    /// <summary>See <see cref="ImageDefinition.BaselineReport" />; absolute.</summary>
    public string? BaselineReport { get; init; }

    /// <summary>See <see cref="ImageDefinition.BaselineFolder" />; absolute.</summary>
    public string? BaselineFolder { get; init; }

    /// <summary>See <see cref="ImageDefinition.BaselineImage" />.</summary>
    public string? BaselineImage { get; init; }

    /// <summary>See <see cref="ImageDefinition.BaselineRef" />.</summary>
    public string? BaselineRef { get; init; }

    /// <summary>See <see cref="ImageDefinition.BaselineAge" />: a duration such as <c>30d</c>.</summary>
    public string? BaselineAge { get; init; }

    /// <summary>See <see cref="ImageDefinition.AttachReport" />.</summary>
    public bool? AttachReport { get; init; }

    /// <summary>See <see cref="ImageBudget.SizeGrowth" />.</summary>
    public string? SizeGrowth { get; init; }

    /// <summary>See <see cref="ImageBudget.TimeGrowth" />.</summary>
    public string? TimeGrowth { get; init; }

    /// <summary>See <see cref="ImageBudget.GrowthFloor" />.</summary>
    public string? GrowthFloor { get; init; }

    /// <summary>Limits by name, <c>[IMAGE:][PLATFORM:]NAME=VALUE</c>; of two on one figure the smaller holds.</summary>
    public IReadOnlyList<string>? BudgetLimits { get; init; }

    /// <summary>The same, of limits that warn: <see cref="ImageDefinition.SoftBudget" />.</summary>
    public IReadOnlyList<string>? SoftLimits { get; init; }

    /// <summary>See <see cref="SupplyChain.Annotate" />.</summary>
    public bool? AnnotateImage { get; init; }

    /// <summary>See <see cref="SupplyChain.Annotations" />; added to the declared ones.</summary>
    public IReadOnlyList<string>? ImageAnnotations { get; init; }

    /// <summary>See <see cref="SupplyChain.Attestations" />.</summary>
    public IReadOnlyList<string>? ImageAttestations { get; init; }

    /// <summary>See <see cref="SupplyChain.Sign" />.</summary>
    public bool? SignImage { get; init; }

    /// <summary>See <see cref="SupplyChain.SigningKey" />.</summary>
    public string? SigningKey { get; init; }

    /// <summary>See <see cref="ImageDefinition.SourceEpoch" />.</summary>
    public string? SourceEpoch { get; init; }

    /// <summary>See <see cref="ImageDefinition.RewriteTimestamps" />.</summary>
    public bool? RewriteTimestamps { get; init; }

    /// <summary>The names of the images to work on; all when not set.</summary>
    public IReadOnlyList<string>? OnlyImage { get; init; }
}
