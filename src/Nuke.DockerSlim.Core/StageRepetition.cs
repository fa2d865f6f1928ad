using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Reproducing;

namespace Nuke.DockerSlim;

/// <summary>
/// Follows what differs into the stages that it was copied from: each of them is taken out of the cache as the last build left it, and built cold once more, so that
/// its own layers tell the line.
/// </summary>
/// <param name="dockerfile">The Dockerfile.</param>
/// <param name="production">The production stage.</param>
/// <param name="compare">Runs two builds of a stage, and gives the layers that differ.</param>
internal sealed class StageRepetition(
    Dockerfile dockerfile,
    string production,
    Func<BuildStep, BuildStep, Task<IReadOnlyList<RepeatedLayer>>> compare
)
{
    // Each costs a cold build.
    private const int MostStages = 4;

    /// <summary>Adds the stages, and to each layer the lines that made what it copied.</summary>
    /// <param name="facts">What the production stage came to.</param>
    public async Task<ReproducibilityFacts> AddAsync(ReproducibilityFacts facts)
    {
        var stages = new List<RepeatedStage>();
        var open = new Queue<string>(Sources(facts.Layers));
        while (open.TryDequeue(out var name) && stages.Count < MostStages)
        {
            if (stages.Any(x => x.Stage == name) || name == production)
                continue;
            var cold = new BuildStep { Scenario = BuildScenario.Cold, Stage = name };
            IReadOnlyList<RepeatedLayer> layers;
            try
            {
                layers = await compare(cold with { Scenario = BuildScenario.Release }, cold).ConfigureAwait(false);
            }
            catch (DockerSlimException)
            {
                // What differs is known; that a stage makes no image of its own leaves the line that copies from it.
                continue;
            }
            stages.Add(new RepeatedStage { Stage = name, Layers = layers });
            foreach (var source in Sources(layers))
                open.Enqueue(source);
        }
        return facts with
        {
            Stages = stages,
            Layers = [.. facts.Layers.Select(x => x.OnlyTimes ? x : x with { MadeBy = LineTrace.Of(x, stages, Sources) })],
        };
    }

    private IEnumerable<string> Sources(IEnumerable<RepeatedLayer> layers) =>
        layers.Where(x => !x.OnlyTimes).SelectMany(x => x.Line is { } line ? Sources(line) : []).Distinct();

    // A stage without a name cannot be asked for.
    private IReadOnlyList<string> Sources(int line) =>
        dockerfile.At(line) is { } instruction && dockerfile.Stages.ElementAtOrDefault(instruction.Stage) is { } stage
            ? [.. instruction.Sources.Select(x => dockerfile.FindSource(x, stage)?.Name).OfType<string>().Distinct()]
            : [];
}
