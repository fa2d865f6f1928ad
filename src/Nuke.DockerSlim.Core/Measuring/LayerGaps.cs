using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Says of which layers not all is known that is in them: a blob may be anything as long as its digest holds.</summary>
public static class LayerGaps
{
    /// <summary>The rule's name.</summary>
    public const string Rule = "unreadable-layer";

    /// <summary>The findings with those of an image in place of an earlier one's.</summary>
    /// <param name="findings">The findings so far.</param>
    /// <param name="image">The image.</param>
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, MeasuredImage image) =>
        [
            .. findings.Where(x => x.Rule != Rule),
            .. image
                .Layers.Where(x => x.Gap is not null)
                .Select(x => new Finding
                {
                    Rule = Rule,
                    Severity = FindingSeverity.Warning,
                    Message =
                        $"Not all that is in the layer {x.DiffId.Short} could be listed: {x.Gap}. Its weight counts; what else is said of its content may lack something.",
                    Fix = "Build the image again; if the layer stays as it is, find out what makes it: engines may refuse to unpack it.",
                }),
        ];
}
