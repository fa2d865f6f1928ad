using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Tries advice about an image on a copy of its files, and measures what each piece of it saves.</summary>
public interface ITryAdvice : IHazImages
{
    /// <summary>Whether what held is written into the Dockerfile and the ignore file.</summary>
    [Parameter("Write the advice that held into the Dockerfile and the ignore file")]
    bool? ApplyAdvice => TryGetValue<bool?>(() => ApplyAdvice);

    /// <summary>
    /// Makes each edit that fits to a copy, builds, tests and measures that, drops what breaks or worsens something, and shows what each saves and all
    /// together.
    /// </summary>
    Target TryAdvice =>
        _ =>
            _.Description("Tries advice on a copy and measures what it saves (--apply-advice writes it)")
                .TryAfter<IBuildImage>(x => x.BuildImage)
                .TryAfter<ITestImage>(x => x.TestImage)
                .TryAfter<IMeasureImage>(x => x.MeasureImage)
                .DependsOn(PrepareImages)
                .Executes(() => ImageRun.Of(this).TryAdviceAsync(ApplyAdvice == true));
}
