using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Pushes the image, if its tests passed and its budgets hold.</summary>
public interface IPushImage : IHazImages
{
    /// <summary>Whether <c>SlimImage</c> pushes.</summary>
    [Parameter("Push when the tests passed and the budgets hold", Name = "PushImage")]
    bool PushRequested => TryGetValue<bool?>(() => PushRequested) ?? false;

    /// <summary>Pushes each image under its tags and proves that the registry holds what was measured.</summary>
    Target PushImage =>
        _ =>
            _.Description("Pushes the image, if its tests passed and its budgets hold")
                .TryAfter<ISmokeImage>(x => x.SmokeImage)
                .TryAfter<ICheckBudgets>(x => x.CheckBudgets)
                .OnlyWhenDynamic(() => ImageRun.Of(this).WantsPush(PushRequested), "--push-image")
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).PushAsync());
}
