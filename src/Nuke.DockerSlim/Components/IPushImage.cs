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
