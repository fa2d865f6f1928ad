using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>Decides what two builds came to.</summary>
internal static class RepetitionVerdict
{
    /// <summary>The verdict.</summary>
    /// <param name="isSameImage">Whether both images have one digest.</param>
    /// <param name="layers">The layers that differ.</param>
    /// <param name="config">The fields of the config that differ.</param>
    public static ReproducibilityVerdict Of(bool isSameImage, IReadOnlyList<RepeatedLayer> layers, IReadOnlyList<string> config) =>
        isSameImage ? ReproducibilityVerdict.Identical
        : layers.All(x => x.OnlyTimes) && config.All(ConfigRepetition.IsTime) ? ReproducibilityVerdict.SameContents
        : ReproducibilityVerdict.Differs;
}
