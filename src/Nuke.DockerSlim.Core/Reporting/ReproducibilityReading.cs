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
                Layers =
                [
                    .. Items(read.Layers, "layers").Select(x => x with { Causes = x.Causes ?? [], Files = Items(x.Files, "layers.files") }),
                ],
            };

    private static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? items, string name)
        where T : class =>
        items is not null && items.Any(x => x is null)
            ? throw new JsonException("null among the items", $"$.reproducibility.{name}", null, null)
            : items ?? [];
}
