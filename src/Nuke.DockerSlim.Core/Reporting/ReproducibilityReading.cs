using System.Text.Json;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Puts empty lists where a report that is read has none.</summary>
internal static class ReproducibilityReading
{
    /// <summary>The record, whole; null stays null.</summary>
    /// <param name="read">What the file says.</param>
    /// <exception cref="JsonException">A list has a null among its items.</exception>
    public static ReproducibilityFacts? Complete(ReproducibilityFacts? read) =>
        read is null
            ? null
            : read with
            {
                Config = Items(read.Config, "config"),
                Layers = Layers(read.Layers, "layers"),
                Stages = [.. Items(read.Stages, "stages").Select(x => x with { Layers = Layers(x.Layers, "stages.layers") })],
            };

    private static IReadOnlyList<RepeatedLayer> Layers(IReadOnlyList<RepeatedLayer>? layers, string name) =>
        [
            .. Items(layers, name)
                .Select(x => x with { MadeBy = x.MadeBy ?? [], Causes = x.Causes ?? [], Files = Items(x.Files, $"{name}.files") }),
        ];

    private static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? items, string name)
        where T : class =>
        items is not null && items.Any(x => x is null)
            ? throw new JsonException("null among the items", $"$.reproducibility.{name}", null, null)
            : items ?? [];
}
