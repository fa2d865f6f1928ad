using System.Reflection;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private const string ReleasedVersion = "10.1.0";

    internal bool IsOutputEnabled(DefaultOutput output) =>
        !GetType()
            .GetCustomAttributes<DisableDefaultOutputAttribute>()
            .Any(attribute => attribute.IsApplicable(this) && attribute.DisabledOutputs.Contains(output));

    internal void WriteLogo()
    {
        if (IsOutputEnabled(DefaultOutput.Logo))
            Host.WriteLogo();
        Host.Information($"NUKE Execution Engine version {ReleasedVersion} ({EnvironmentInfo.Platform},{EnvironmentInfo.Framework})");
        Host.Information();
    }

    internal IDisposable WriteTarget(string target) =>
        IsOutputEnabled(Host.HasGroups ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader)
            ? Host.WriteBlock(target)
            : Utilities.Disposable.Nothing;

    internal void WriteErrorsAndWarnings()
    {
        if (IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            Host.WriteErrorsAndWarnings();
    }

    internal void WriteTargetOutcome()
    {
        if (IsOutputEnabled(DefaultOutput.TargetOutcome))
            Host.WriteTargetOutcome(this);
    }

    internal void WriteBuildOutcome()
    {
        if (IsOutputEnabled(DefaultOutput.BuildOutcome))
            Host.WriteBuildOutcome(this);
    }
}
