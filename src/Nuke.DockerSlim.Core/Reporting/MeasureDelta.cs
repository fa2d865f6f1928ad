namespace Nuke.DockerSlim.Reporting;

/// <summary>One measure before and after.</summary>
public sealed record MeasureDelta
{
    /// <summary>The measure, such as <c>downloadSize</c>, <c>layers</c> or <c>coldBuild</c>; all of them are listed in docs/baselines.md.</summary>
    public required string Name { get; init; }

    /// <summary><c>bytes</c>, <c>milliseconds</c> or <c>count</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The baseline's figure, in <see cref="Unit" />; null when it has none.</summary>
    public long? Before { get; init; }

    /// <summary>This image's figure; null when it has none.</summary>
    public long? After { get; init; }

    /// <summary><see cref="After" /> less <see cref="Before" />; null when one of them is missing.</summary>
    public long? Change { get; init; }

    /// <summary>
    /// Of download and unpacked size: the part of <see cref="Change" /> that is charged to the change itself, not to the base image or to chance. Null for all
    /// else, and where the parts cannot be told.
    /// </summary>
    public long? OwnChange { get; init; }

    /// <summary>The change in percent of <see cref="Before" />, to a hundredth; null when there is no change to tell, and for a baseline of zero.</summary>
    public double? Percent { get; init; }

    /// <summary>What the change is.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Of a build time: how far two builds of the same inputs may lie apart here, in percent; null when it is not known, and for all else.</summary>
    public double? NoisePercent { get; init; }
}
