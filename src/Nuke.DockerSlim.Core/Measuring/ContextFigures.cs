using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Puts a build context into the report's figures.</summary>
public static class ContextFigures
{
    private const int Most = 10;

    /// <summary>The figures of a context.</summary>
    /// <param name="context">What lies in it, what is ignored counted.</param>
    /// <param name="content">What builds make of it.</param>
    /// <param name="stages">The stages that they build.</param>
    /// <param name="ignoreFile">The file that says what is ignored, as reports name it; null when there is none.</param>
    public static ContextFacts Of(ContextListing context, ContextContent content, IReadOnlyList<string> stages, string? ignoreFile)
    {
        var ignored = context.Ignored ?? [];
        return new ContextFacts
        {
            Stages = stages,
            Content = Sum(content.Sent.Select(x => x.Content)),
            Files = content.Sent.Count,
            Largest = Largest(content.Sent.Select(x => new ContextShare(x.Path, x.Content, 1))),
            UnusedContent = Sum(content.Unused.Select(x => x.Content)),
            UnusedFiles = content.Unused.Sum(x => x.Files),
            UnusedSent = content.UnusedSent,
            Unused = Largest(content.Unused),
            Ignored = new IgnoredFacts
            {
                File = ignoreFile,
                Content = Sum(ignored.Select(x => x.Content)),
                Files = ignored.Sum(x => x.Files),
                Largest = Largest(ignored),
            },
        };
    }

    private static ByteSize Sum(IEnumerable<ByteSize> contents) => new(contents.Sum(x => x.Bytes));

    private static IReadOnlyList<ContextPathFacts> Largest(IEnumerable<ContextShare> shares) =>
        [
            .. shares
                .OrderByDescending(x => x.Content)
                .ThenBy(x => x.Path, StringComparer.Ordinal)
                .Take(Most)
                .Select(x => new ContextPathFacts(x.Path, x.Content, x.Files)),
        ];
}
