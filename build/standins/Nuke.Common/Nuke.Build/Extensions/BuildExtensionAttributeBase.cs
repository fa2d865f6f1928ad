namespace Nuke.Common.Execution;

/// <summary>Put on a build class (not on an interface: those are not looked at); the highest priority comes first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    public INukeBuild Build { get; internal set; }

    public virtual float Priority { get; set; }
}
