using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Puts what each line of the Dockerfile cost into the report, one build after another, then the image's layers.</summary>
public static class LineCosts
{
    /// <summary>The report with the lines' times of one more build. Lines whose text has changed since an earlier build begin anew.</summary>
    /// <param name="report">The report so far.</param>
    /// <param name="outcome">The build of the production stage; it succeeded.</param>
    /// <param name="dockerfile">The Dockerfile that was built; null where it is not known: then the report has no lines.</param>
    /// <param name="stage">The production stage.</param>
    public static ImageReport WithTimes(ImageReport report, BuildOutcome outcome, Dockerfile? dockerfile, string stage)
    {
        if (dockerfile?.Find(stage) is not { } production)
            return report;
        var timing = LineTiming.Of(outcome, dockerfile, production);
        var needed = dockerfile.Needed(production).Select(x => x.Index).ToHashSet();
        var lines = dockerfile
            .Instructions.Where(x => needed.Contains(x.Stage) || timing.Lines.Contains(x.FirstLine))
            .Where(x => x.Stage >= 0)
            .Select(x => Timed(Known(report.Lines, x, dockerfile), timing, outcome.Scenario));
        return report with
        {
            Lines = [.. lines],
            LinesAreInferred = timing.IsInferred,
            LineTimes = outcome.Scenario switch
            {
                BuildScenario.Cold => report.LineTimes with { Cold = timing.Sum() },
                BuildScenario.Warm => report.LineTimes with { Warm = timing.Sum() },
                BuildScenario.Edited => report.LineTimes with { Edited = timing.Sum() },
                BuildScenario.DependencyEdited => report.LineTimes with { DependencyEdited = timing.Sum() },
                _ => report.LineTimes,
            },
        };
    }

    /// <summary>The lines with the bytes of the layers that they made.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="layers">The image's layers, their lines known.</param>
    public static IReadOnlyList<LineFacts> WithLayers(IReadOnlyList<LineFacts> lines, IReadOnlyList<LayerFacts> layers)
    {
        // A layer that occurs twice lies on the disk as often as it occurs, and is transferred once.
        var transferred = layers.DistinctBy(x => x.Digest ?? x.DiffId).ToHashSet<LayerFacts>(ReferenceEqualityComparer.Instance);
        return
        [
            .. lines.Select(line =>
                layers.Where(x => x.Line == line.Line).ToArray() is { Length: > 0 } made
                    ? line with
                    {
                        Layer = new ByteSize(made.Sum(x => x.Unpacked.Bytes)),
                        Download = new ByteSize(made.Where(transferred.Contains).Sum(x => x.Download.Bytes)),
                    }
                    : line with
                    {
                        Layer = null,
                        Download = null,
                    }
            ),
        ];
    }

    private static LineFacts Known(IReadOnlyList<LineFacts> lines, DockerfileInstruction instruction, Dockerfile dockerfile) =>
        lines.FirstOrDefault(x => x.Line == instruction.FirstLine && x.Instruction == instruction.Text)
        ?? new LineFacts
        {
            Stage = dockerfile.Stages[instruction.Stage].StepName,
            Line = instruction.FirstLine,
            LastLine = instruction.LastLine,
            Instruction = instruction.Text,
        };

    private static LineFacts Timed(LineFacts line, LineTiming timing, BuildScenario scenario)
    {
        var milliseconds = timing.Milliseconds(line.Line);
        var (name, timed) = scenario switch
        {
            BuildScenario.Cold => ("cold", line with { Cold = milliseconds }),
            BuildScenario.Warm => ("warm", line with { Warm = milliseconds }),
            BuildScenario.Edited => ("edited", line with { Edited = milliseconds }),
            BuildScenario.DependencyEdited => ("dependencyEdited", line with { DependencyEdited = milliseconds }),
            _ => ("", line),
        };
        if (name.Length == 0)
            return line;
        var others = line.Cached.Where(x => x != name);
        return timed with { Cached = [.. timing.IsCached(line.Line) ? others.Append(name) : others] };
    }
}
