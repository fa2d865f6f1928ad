using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Pushes the image, if its tests passed and its budgets hold.</summary>
public interface IPushImage : IHazImages
{
    /// <summary>Whether <c>SlimImage</c> pushes.</summary>
    [Parameter("Push when the tests passed and the budgets hold", Name = "PushImage")]
    bool PushRequested => TryGetValue<bool?>(() => PushRequested) ?? false;

    /// <summary>Further repositories that the image is pushed to under the same tags.</summary>
    [Parameter("Further repositories to push to under the same tags, such as docker.io/acme/shop", Separator = ",")]
    string[]? AlsoPushTo => TryGetValue(() => AlsoPushTo);

    /// <summary>Tags that never change what they stand for once they exist.</summary>
    [Parameter(
        "Tags that are never moved once they exist, such as v*,*.*.*; a push of another image under one is refused",
        Separator = ","
    )]
    string[]? ImmutableTags => TryGetValue(() => ImmutableTags);

    /// <summary>Whether the tag for candidates stays in the registry.</summary>
    [Parameter("Keep the tag dockerslim-candidate in the registry, under which the bytes go there first")]
    bool? KeepCandidates => TryGetValue<bool?>(() => KeepCandidates);

    /// <summary>Whether the pushed index has annotations of git and the pipeline.</summary>
    [Parameter("Annotate the pushed index with source, revision, version and created, as git and the pipeline know them")]
    bool? AnnotateImage => TryGetValue<bool?>(() => AnnotateImage);

    /// <summary>Further annotations of the pushed index, <c>name=value</c>.</summary>
    [Parameter("Further annotations of the pushed index, name=value")]
    string[]? ImageAnnotations => TryGetValue(() => ImageAnnotations);

    /// <summary>What is attested of the image: provenance, provenance=max, sbom.</summary>
    [Parameter("What is attested beside the pushed image: provenance (or provenance=max), sbom", Separator = ",")]
    string[]? ImageAttestations => TryGetValue(() => ImageAttestations);

    /// <summary>Whether cosign signs what is pushed, before its tags are moved.</summary>
    [Parameter("Sign what is pushed with cosign, before any tag is moved")]
    bool? SignImage => TryGetValue<bool?>(() => SignImage);

    /// <summary>The key that cosign signs with.</summary>
    [Parameter("Key that cosign signs with, a file or env://NAME - default: the identity that cosign finds")]
    string? SigningKey => TryGetValue(() => SigningKey);

    /// <summary>Pushes each image under its tags and proves that the registry holds what was measured.</summary>
    Target PushImage =>
        _ =>
            _.Description("Pushes the image, if its tests passed and its budgets hold")
                .TryAfter<ISmokeImage>(x => x.SmokeImage)
                .TryAfter<ICheckBudgets>(x => x.CheckBudgets)
                .OnlyWhenDynamic(() => PushTurn.IsWanted(this), "--push-image")
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).PushAsync());
}
