using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Holds a measured image against another one that exists already.</summary>
/// <param name="sources">Weighs images.</param>
/// <param name="layers">What is known of layers.</param>
internal sealed class ImageComparison(ImageSources sources, LayerCache layers)
{
    /// <summary>Adds the comparison to the image's report where it is asked for.</summary>
    /// <param name="work">The image, its report written.</param>
    /// <param name="image">What it was measured to be.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Errors.DockerSlimException">There is no such other image, it is damaged, or its engine or registry is gone.</exception>
    public async Task AddAsync(ImageWork work, MeasuredImage image, CancellationToken cancellationToken)
    {
        if (work.Target.Definition.ComparedImage is not { } name)
            return;
        var report = work.Report;
        // Of several platforms each is held against its own.
        var platform = work.Target.Definition.OnlyPlatform;
        var other = await sources
            .MeasureAsync(ImageSource.Parse(name).Resolve(work.Target.RootDirectory), platform, cancellationToken)
            .ConfigureAwait(false);
        var comparison = TreeComparison.Facts(
            Tree(image, cancellationToken),
            Tree(other, cancellationToken),
            x => report.Layers.ElementAtOrDefault(x)?.Line,
            x => new ComparedLine
            {
                Layer = x,
                Line = report.Layers.ElementAtOrDefault(x)?.Line,
                Instruction = report.Layers.ElementAtOrDefault(x)?.Instruction ?? LayerHistory.InstructionOf(image.History, x),
                Content = default,
            },
            x => new ComparedLine
            {
                Layer = x,
                Instruction = LayerHistory.InstructionOf(other.History, x),
                Content = default,
            }
        );
        work.Update(
            report with
            {
                Comparison = comparison with
                {
                    With = name,
                    UnpackedDelta = image.Unpacked - other.Unpacked,
                    Gap = Gap(image) ?? Gap(other),
                },
            }
        );
    }

    private ImageTree Tree(MeasuredImage image, CancellationToken cancellationToken) =>
        ImageTree.Of(image.Layers.Select(x => layers.FindContents(x.DiffId.Value)).OfType<LayerIndex>(), cancellationToken);

    private static string? Gap(MeasuredImage image) =>
        image.Layers.Index().FirstOrDefault(x => x.Item.Gap is not null) is { Item: { } layer } broken
            ? $"Layer {broken.Index}: {layer.Gap}."
            : null;
}
