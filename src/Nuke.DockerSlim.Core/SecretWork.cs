using System.Diagnostics.CodeAnalysis;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Writes down where the secrets of a build were met: in its image, and in what it wrote.</summary>
internal static class SecretWork
{
    private const string Log = "log";

    // More places of one secret tell nothing new.
    private const int MostPlaces = 50;
    private const int MostFindings = 5;

    extension(ImageWork work)
    {
        /// <summary>The report with what the search of the image came to.</summary>
        /// <param name="report">The report, with the layers in it.</param>
        /// <param name="image">The image.</param>
        /// <param name="search">The search; null: there are no secrets.</param>
        public ImageReport WithSecrets(ImageReport report, MeasuredImage image, SecretSearch? search)
        {
            var logged = report.Secrets.Where(x => x.Place == Log).ToArray();
            if (search is null)
                return work.WithFindings(report with { Secrets = logged });
            var lines = work.HistoryLines(image);
            string[] gaps =
            [
                .. search.Gaps,
                .. image.Layers.Index().Where(x => x.Item.Gap is not null).Select(x => $"Layer {x.Index}: {x.Item.Gap}"),
            ];
            var gap = gaps.Length == 0 ? null : string.Join("; ", gaps.Distinct());
            SecretHit[] hits = [.. image.Layers.SelectMany(x => search.InLayer(x.DiffId.Value) ?? []).Distinct(), .. search.Documents];
            var facts = search
                .Secrets.Index()
                .SelectMany(x =>
                    !x.Item.IsSearchable ? [Unsearchable(x.Item)]
                    : hits.Where(y => y.Secret == x.Index).ToArray() is { Length: > 0 } found
                        ? found
                            .SelectMany(y => Facts(x.Item, y, found, report, image, lines))
                            .Take(MostPlaces)
                            .Select(y => y with { Gap = gap })
                    :
                    [
                        new SecretFacts
                        {
                            Id = x.Item.Id,
                            Found = false,
                            Gap = gap,
                        },
                    ]
                );
            return work.WithFindings(report with { Secrets = [.. logged, .. facts] });
        }

        /// <summary>Adds what a build wrote of the secrets to the report.</summary>
        /// <param name="scenario">What the build was run for.</param>
        /// <param name="outcome">What it came to.</param>
        /// <param name="filter">What stood between it and its listeners; null: there are no secrets.</param>
        public void TakeLog(BuildScenario scenario, BuildOutcome outcome, BuildLogFilter? filter)
        {
            if (filter is not { Leaks.Count: > 0 })
                return;
            var facts = filter.Leaks.Select(x => new SecretFacts
            {
                Id = work.Secrets!.Secrets[x.Secret].Id,
                Found = true,
                Place = Log,
                Path = $"{Name(scenario)}: {filter.NameOf(x.Vertex) ?? "buildx"}",
                Line = outcome.Metadata.VertexLines.TryGetValue(x.Vertex, out var line) ? line : work.LineOf(filter.NameOf(x.Vertex)),
                Encoding = Name(x.Encoding),
            });
            work.Update(work.WithFindings(work.Report with { Secrets = [.. work.Report.Secrets.Concat(facts).Distinct()] }));
        }

        /// <summary>What a builder wrote about its result, with stars in the place of secrets.</summary>
        /// <param name="metadata">The text; null when it wrote none.</param>
        [return: NotNullIfNotNull(nameof(metadata))]
        public string? Masked(string? metadata) =>
            metadata is not null && work.Secrets is { } secrets ? MaskedJson.Of(metadata, secrets.Mask) : metadata;

        /// <summary>Whoever is told the lines of a container, with stars in the place of secrets.</summary>
        /// <param name="output">Whoever is told.</param>
        public IProgress<string> Masked(IProgress<string> output) =>
            work.Secrets is { } secrets ? new MaskedLines(output, secrets.Mask) : output;

        /// <summary>Fails where a secret was met.</summary>
        /// <param name="place">Which of the findings count, by the place that they were met at.</param>
        /// <exception cref="BudgetExceededException">One was; the message names each place.</exception>
        public void RequireNoSecret(Func<SecretFacts, bool> place)
        {
            if (work.Target.Definition.IgnoredRules.Contains(MeasuredRules.SecretFound, StringComparer.OrdinalIgnoreCase))
                return;
            var sentences = work.Report.Secrets.Where(x => x.Found == true && place(x)).Select(x => Sentence(x)).Distinct().ToArray();
            if (sentences.Length > 0)
                throw new BudgetExceededException(
                    string.Join(Environment.NewLine, sentences.Take(MostPlaces).Select(x => $"{work.Target.Label}: {x}"))
                );
        }

        private ImageReport WithFindings(ImageReport report)
        {
            var settings = new RuleSettings(work.Target.Definition.IgnoredRules, work.Target.Definition.ErrorRules);
            var found = settings.IsIgnored(MeasuredRules.SecretFound)
                ? []
                : report.Secrets.Where(x => x.Found == true).GroupBy(x => x.Id).SelectMany(x => Findings([.. x], report.Image.Dockerfile));
            return report with { Findings = [.. report.Findings.Where(x => x.Rule != MeasuredRules.SecretFound), .. found] };
        }

        private IReadOnlyList<int?> HistoryLines(MeasuredImage image)
        {
            if (work.Target.Definition.MeasuredImage is not null)
                return [];
            var dockerfile = work.Folder.ReadProductionMetadata().Dockerfile ?? InputFiles.FindDockerfile(work.Target);
            return dockerfile is null ? [] : LayerHistory.Lines(image.History, dockerfile, work.Target.Definition.ProductionStage);
        }

        // A build that failed writes no metadata: the step goes by its words.
        private int? LineOf(string? vertex) =>
            vertex is not null && new Vertex { Id = "", Name = vertex }.Instruction is { } instruction
                ? InputFiles
                    .FindDockerfile(work.Target)
                    ?.Instructions.FirstOrDefault(x => x.Text.Equals(instruction, StringComparison.Ordinal))
                    ?.FirstLine
                : null;
    }

    /// <summary>Whether a fact is about what builds of these scenarios wrote.</summary>
    /// <param name="facts">The fact.</param>
    /// <param name="isTest">Of the test stage; else of the production stage.</param>
    public static bool IsLog(SecretFacts facts, bool isTest) =>
        facts is { Place: Log, Path: { } path } && path.StartsWith(Name(BuildScenario.Test) + ":", StringComparison.Ordinal) == isTest;

    /// <summary>Whether a fact is about the image itself.</summary>
    /// <param name="facts">The fact.</param>
    public static bool IsImage(SecretFacts facts) => facts.Place != Log;

    private static SecretFacts Unsearchable(SecretValue secret) =>
        new() { Id = secret.Id, Gap = $"It is shorter than {Needle.Shortest} bytes and cannot be searched for: it would be met by chance" };

    private static IEnumerable<SecretFacts> Facts(
        SecretValue secret,
        SecretHit hit,
        SecretHit[] all,
        ImageReport report,
        MeasuredImage image,
        IReadOnlyList<int?> lines
    )
    {
        int?[] layers = hit.Layer is { } diffId
            ? [.. image.Layers.Index().Where(x => x.Item.DiffId.Value == diffId).Select(x => (int?)x.Index)]
            : [hit.History is { } entry ? LayerOf(image, entry) : null];
        // The environment and the labels do not say which line set them; the history has that line's text.
        var line = (
            hit.History ?? all.FirstOrDefault(x => x.History is not null && hit.Place is SecretPlace.Config or SecretPlace.Label)?.History
        )
            is { } at
            ? lines.ElementAtOrDefault(at)
            : null;
        return layers.Select(x => new SecretFacts
        {
            Id = secret.Id,
            Found = true,
            Place = Name(hit.Place),
            Layer = x,
            Path = hit.Path,
            Line = line ?? (x is { } layer ? report.Layers.ElementAtOrDefault(layer)?.Line : null),
            Encoding = Name(hit.Encoding),
        });
    }

    private static int? LayerOf(MeasuredImage image, int entry) =>
        entry < image.History.Count
        && !image.History[entry].IsEmpty
        && image.History.Take(entry).Count(x => !x.IsEmpty) is var layer
        && layer < image.Layers.Count
            ? layer
            : null;

    private static IEnumerable<Finding> Findings(IReadOnlyList<SecretFacts> places, string? dockerfile)
    {
        foreach (var place in places.DistinctBy(x => (x.Place == Log, x.Layer, x.Place == Log ? "" : x.Path, x.Line)).Take(MostFindings))
            yield return new Finding
            {
                Rule = MeasuredRules.SecretFound,
                Severity = FindingSeverity.Error,
                File = dockerfile,
                Line = place.Line,
                Message = Sentence(place),
                Fix =
                    place.Place == Log
                        ? "Write it nowhere (echo, set -x, env, verbose options), and replace the secret: whoever saw the log has it."
                        : $"Mount it only where it is used (RUN --mount=type=secret,id={place.Id} ...), write it into no file, ARG, ENV or label - a later line takes nothing out of a layer - and replace the secret.",
            };
    }

    private static string Sentence(SecretFacts facts)
    {
        var form = facts.Encoding == Name(SecretEncoding.Raw) ? "" : $" (as {facts.Encoding})";
        var line = facts.Line is { } number ? $", line {number}" : "";
        var where = facts.Place switch
        {
            Log => $"was written by a build{form}: {facts.Path}{line}",
            "file" => $"is in layer {facts.Layer}{form}, in {facts.Path}{line}",
            "fileName" => $"is in layer {facts.Layer}{form}, in the name of {facts.Path}{line}",
            "link" => $"is in layer {facts.Layer}{form}, in the link {facts.Path}{line}",
            var place => $"is in the image's {place}{form}: {facts.Path}{line}",
        };
        return $"The build secret '{facts.Id}' {where}.";
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
