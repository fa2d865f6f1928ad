using System.Reflection;
using Nuke.Common;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Components;

/// <summary>Asks engine and builder all that a run wants to know, at once: in turn the questions would take as long as a warm build.</summary>
/// <param name="build">The build.</param>
/// <param name="docker">The docker command.</param>
/// <param name="engine">The engine.</param>
/// <param name="pipeline">The flow.</param>
/// <param name="say">Says a line.</param>
internal sealed class RunQuestions(IHazImages build, DockerCommand docker, DockerEngine engine, ImagePipeline pipeline, Action<string> say)
{
    /// <summary>Asks; answers about an image are kept with it.</summary>
    /// <param name="works">The images.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="DockerSlimException">An engine that is needed does not answer, or a builder or buildx cannot be used.</exception>
    public async Task<ToolFacts> AskAsync(ImageWork[] works, CancellationToken cancellationToken)
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var builds = IsPlanned(
            nameof(IBuildImage.BuildImage),
            nameof(ITestImage.TestImage),
            nameof(ITryAdvice.TryAdvice),
            nameof(ICheckReproducible.CheckReproducible),
            nameof(IInitSlimImage.InitSlimImage)
        );
        foreach (var work in works)
            pipeline.Ask(work, stages: builds, checks: IsPlanned(nameof(ILintImage.LintImage)), unwanted.Token);
        var drivers = builds ? Drivers(works, unwanted.Token) : [];
        var questions = works.SelectMany(x => new Task?[] { x.Stages, x.Checks }).OfType<Task>().Concat(drivers.Values).ToArray();
        try
        {
            var facts = await DescribeAsync(works, drivers, cancellationToken).ConfigureAwait(false);
            // With several images the questions would crowd out the first build: they are answered before it starts.
            foreach (var question in questions)
                await question.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // A buildx that is missing or old fails every question in words of its own. A process for its version costs more than a question,
            // so in a run that goes well it is asked while the image is weighed.
            if (questions.Any(x => x.IsFaulted))
                await BuildxVersion.RequireAsync(docker, cancellationToken).ConfigureAwait(false);
            foreach (var named in drivers.Keys.Select(Fresh).OfType<string>().Distinct())
                await new FreshBuilders(docker).RequireAsync(named, cancellationToken).ConfigureAwait(false);
            foreach (var (work, driver) in drivers)
            {
                if (await driver.ConfigureAwait(false) != BuilderDriver.Engine || RewritesInLayout(work, facts))
                    work.BuildIntoLayout();
                CacheTurn.Use(work, await driver.ConfigureAwait(false), facts?.Store, say);
            }
            return new ToolFacts
            {
                Version = typeof(RunQuestions)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                    ?.InformationalVersion.Split('+')[0],
                Engine = facts?.Version,
                Store = facts?.Store,
            };
        }
        catch (DockerSlimException)
        {
            await unwanted.CancelAsync().ConfigureAwait(false);
            foreach (var question in questions)
                await question.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static string? Fresh(ImageWork work) =>
        work.Target.Definition.Scenarios.Contains(BuildScenario.Ci) ? work.Target.Definition.FreshBuilder : null;

    // The engine's own builder rewrites times with the exporter of layouts alone, and with the classic store it has none.
    private static bool RewritesInLayout(ImageWork work, EngineFacts? engine) =>
        work.Target.Definition.RewriteTimestamps
        && (
            engine?.Store == EngineFacts.Containerd
                ? true
                : throw new InputException(
                    $"{work.Target.Label}: --rewrite-timestamps needs the containerd image store or a builder outside the engine (--buildx-builder); the engine at {engine?.Endpoint} has the store {engine?.Store}, whose builder ignores it. Leave it out, or use one of these."
                )
        );

    private Dictionary<ImageWork, Task<string>> Drivers(ImageWork[] works, CancellationToken cancellationToken)
    {
        var finder = new BuilderDriver(
            docker,
            Environment.GetEnvironmentVariable,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
        );
        var asked = new Dictionary<string, Task<string>>();
        return works.ToDictionary(
            x => x,
            x =>
            {
                var builder = x.Target.Definition.BuildxBuilder;
                return asked.TryGetValue(builder ?? "", out var known)
                    ? known
                    : asked[builder ?? ""] = finder.FindAsync(builder, cancellationToken);
            }
        );
    }

    /// <summary>
    /// Asks the engine first, since one that does not answer explains more than a builder that does not; unless everything lies and is built elsewhere.
    /// </summary>
    private async Task<EngineFacts?> DescribeAsync(
        ImageWork[] works,
        Dictionary<ImageWork, Task<string>> drivers,
        CancellationToken cancellationToken
    )
    {
        if (HistoryTurn.IsAlone(build))
            return null;
        foreach (var work in works)
            if (await NeedsEngineAsync(work, drivers.GetValueOrDefault(work)).ConfigureAwait(false))
                return await engine.DescribeAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<bool> NeedsEngineAsync(ImageWork work, Task<string>? driver)
    {
        var definition = work.Target.Definition;
        if (definition.ComparedImage is { } compared && ImageSource.Parse(compared).Transport == ImageTransport.DockerDaemon)
            return true;
        if (definition.MeasuredImage is not null)
            return work.Source.Transport == ImageTransport.DockerDaemon;
        if (driver is null)
            // What an earlier target built lies where its report says; the target that takes the report up says what is wrong with it.
            return !work.IsLeftInLayout;
        await ((Task)driver).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !driver.IsCompletedSuccessfully
            || await driver.ConfigureAwait(false) == BuilderDriver.Engine
            || definition.TestCommand is not null
            || definition.Smoke.IsSet;
    }

    private bool IsPlanned(params ReadOnlySpan<string> targets)
    {
        foreach (var target in build.ExecutionPlan)
            if (targets.Contains(target.Name))
                return true;
        return false;
    }
}
