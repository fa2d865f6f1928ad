using System.Globalization;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run sets about working on several images at the same time.</summary>
internal static class ParallelTurn
{
    private const int Most = 100;

    /// <summary>How many images are worked on at the same time.</summary>
    /// <param name="text">The parameter's text; null: it is not set.</param>
    /// <param name="count">How many; one where nothing is set, or it is wrong.</param>
    /// <returns>What is wrong, a sentence; null when nothing is.</returns>
    public static string? Read(string? text, out int count)
    {
        count = 1;
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is >= 1 and <= Most)
        {
            count = wanted;
            return null;
        }
        return $"--parallel-images: '{text}' is not a number of images; use a whole number from 1 to {Most}.";
    }

    /// <summary>Tells the images of a run how many of them are worked on at the same time.</summary>
    /// <param name="works">The images.</param>
    /// <param name="text">The parameter's text, which has no problem.</param>
    /// <returns>How many.</returns>
    public static int Share(IReadOnlyList<ImageWork> works, string? text)
    {
        Read(text, out var count);
        var together = Math.Max(1, Math.Min(count, works.Count));
        foreach (var work in works)
            work.ParallelImages = together > 1 ? together : null;
        return together;
    }
}
