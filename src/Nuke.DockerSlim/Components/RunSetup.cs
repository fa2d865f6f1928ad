using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run works with, once it is known that it can work.</summary>
/// <param name="Works">The images.</param>
/// <param name="Pipeline">The flow of images of one platform.</param>
/// <param name="Platforms">The flow of images of any number of platforms.</param>
/// <param name="Tool">What figures are taken with.</param>
/// <param name="Console">Where it is shown.</param>
/// <param name="Docker">The docker command.</param>
/// <param name="Smoke">Starts images.</param>
/// <param name="Advice">Tries advice.</param>
/// <param name="Sarif">Writes findings as SARIF; null: nobody asked for it.</param>
/// <param name="Ratchet">Judges, and lets limits follow.</param>
/// <param name="Scan">Has images scanned for vulnerabilities.</param>
/// <param name="Answers">What was asked in earlier runs.</param>
/// <param name="Step">The step of a workflow that it may be.</param>
/// <param name="Reproducibility">Builds twice and compares.</param>
/// <param name="History">Reads the histories of tags.</param>
/// <param name="Ci">Times builds in builders that hold nothing.</param>
/// <param name="Together">How many images are built and tested at the same time.</param>
internal sealed record RunSetup(
    IReadOnlyList<ImageWork> Works,
    ImagePipeline Pipeline,
    PlatformPipeline Platforms,
    ToolFacts Tool,
    RunConsole Console,
    DockerCommand Docker,
    SmokeWork Smoke,
    AdviceTrials Advice,
    SarifWork? Sarif,
    RatchetWork Ratchet,
    ScanWork Scan,
    AnswerCache Answers,
    WorkflowStep Step,
    ReproducibilityCheck Reproducibility,
    HistoryWork History,
    CiWork Ci,
    int Together
);
