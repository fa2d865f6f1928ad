using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public List<Delegate> DependsOnTargets { get; } = [];

    public List<Delegate> DependentForTargets { get; } = [];

    public List<Delegate> BeforeTargets { get; } = [];

    public List<Delegate> AfterTargets { get; } = [];

    public List<Delegate> TriggersTargets { get; } = [];

    public List<Delegate> TriggeredByTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => Link(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Link(DependsOnTargets, targets);

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => TryLink(DependsOnTargets, targets);

    public ITargetDefinition DependentFor(params Target[] targets) => Link(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Link(DependentForTargets, targets);

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => TryLink(DependentForTargets, targets);

    public ITargetDefinition Before(params Target[] targets) => Link(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Link(BeforeTargets, targets);

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => TryLink(BeforeTargets, targets);

    public ITargetDefinition After(params Target[] targets) => Link(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Link(AfterTargets, targets);

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => TryLink(AfterTargets, targets);

    public ITargetDefinition Triggers(params Target[] targets) => Link(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Link(TriggersTargets, targets);

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => TryLink(TriggersTargets, targets);

    public ITargetDefinition TriggeredBy(params Target[] targets) => Link(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Link(TriggeredByTargets, targets);

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => TryLink(TriggeredByTargets, targets);

    public ITargetDefinition Base()
    {
        Assert.True(
            baseProperties.Count > 0,
            $"Target '{property.DeclaringType}.{property.Name}' does not have any base members."
                + " To inherit from an interface default implementation, use Inherit<T> instead."
        );
        return Inherit(DeclaredTarget(baseProperties.Pop()));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Select(target => (PropertyInfo)Expressions.MemberOf(target)).ToList();
        if (properties.Count == 0)
            properties.Add(OnlyProperty<T>(typeof(Target), "shorthand inheritance"));
        return Inherit(properties.Select(DeclaredTarget).ToArray());
    }

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        Assert.True(build is T, $"'{build.GetType().Name}' must implement context '{typeof(T).Name}'");
        DependsOnTargets.Add((Delegate)OnlyProperty<T>(typeof(Setup), "context dependency (missing setup)").GetValue(build));
        BeforeTargets.Add((Delegate)OnlyProperty<T>(typeof(Cleanup), "context dependency (missing cleanup)").GetValue(build));
        return this;
    }

    private TargetDefinition Link(List<Delegate> links, Target[] targets)
    {
        links.AddRange(targets);
        return this;
    }

    private TargetDefinition Link<T>(List<Delegate> links, Func<T, Target>[] targets)
    {
        if (targets.Length == 0)
            links.Add((Delegate)OnlyProperty<T>(typeof(Target), "shorthand dependency").GetValue(build));
        foreach (var target in targets)
            links.Add(target((T)build));
        return this;
    }

    private TargetDefinition TryLink<T>(List<Delegate> links, Func<T, Target>[] targets) => build is T ? Link(links, targets) : this;

    /// <summary>The property as this very type declares it, past any override.</summary>
    private Target DeclaredTarget(PropertyInfo declared)
    {
        var getter = declared.GetMethod!.MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, getter)!)();
    }

    private PropertyInfo OnlyProperty<T>(Type type, string kind)
    {
        var properties = typeof(T).GetProperties(Instance).Where(candidate => candidate.PropertyType == type).ToList();
        if (properties.Count == 1)
            return properties[0];

        var lines = properties
            .Select(candidate => $"  - {candidate.Name}")
            .Prepend(properties.Count > 1 ? "Too many relevant targets:" : "No relevant targets.")
            .Prepend($"Target '{property.DeclaringType}.{property.Name}' cannot have {kind} on component '{typeof(T).Name}'.");
        throw new Exception(string.Join(Environment.NewLine, lines));
    }
}
