using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Finds the target properties of a build and its components, and links them by the delegates they return.</summary>
internal static class TargetFactory
{
    public static List<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild
    {
        var defaults = defaultTargets.Select(lambda => (Delegate)Expressions.Evaluate(lambda, build)).ToList();
        var targets = MemberCollector.Targets(build.GetType()).ConvertAll(member => Create(build, (PropertyInfo)member, defaults));
        foreach (var target in targets)
            Link(target, targets);
        return targets;
    }

    private static ExecutableTarget Create(NukeBuild build, PropertyInfo property, List<Delegate> defaults)
    {
        var definition = new TargetDefinition(property, build, BaseProperties(build.GetType(), property.Name));
        var factory = (Delegate)property.GetValue(build)!;
        Describe(factory, definition);
        return new ExecutableTarget
        {
            Name = Members.BareName(property),
            Member = property,
            Definition = definition,
            Description = definition.Text,
            Factory = factory,
            IsDefault = defaults.Contains(factory),
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DependencyBehavior = definition.DependencyBehavior,
            ProceedAfterFailure = definition.IsProceeding,
            AssuredAfterFailure = definition.IsAssured || factory is Cleanup,
            DelegateRequirements = definition.Requirements,
            Actions = definition.Actions,
            Listed = !definition.IsUnlisted,
            PartitionSize = definition.PartitionSize,
            ArtifactProducts = definition.Products,
        };
    }

    private static void Describe(Delegate factory, TargetDefinition definition)
    {
        _ = factory switch
        {
            Setup setup => setup(definition),
            Cleanup cleanup => cleanup(definition),
            _ => ((Target)factory)(definition),
        };
    }

    private static Stack<PropertyInfo> BaseProperties(Type buildType, string name)
    {
        var nearestFirst = new List<PropertyInfo>();
        for (var type = buildType.BaseType; type != null; type = type.BaseType)
        {
            if (type.GetProperty(name) is { } property && property.DeclaringType == type)
                nearestFirst.Add(property);
        }

        nearestFirst.Reverse();
        return new Stack<PropertyInfo>(nearestFirst);
    }

    private static void Link(ExecutableTarget target, List<ExecutableTarget> all)
    {
        target.ExecutionDependencies.AddRange(Linked(target, all, x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Linked(target, all, x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Linked(target, all, x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Linked(target, all, x => x.TriggersTargets, x => x.TriggeredByTargets));
        Assert.True(
            !target.AllDependencies.Concat(target.Triggers).Contains(target),
            $"Target '{target.Name}' cannot have a dependency on itself"
        );

        if (target.Factory is Setup)
        {
            var cleanup = all.Single(other => other.Factory is Cleanup && other.Member.DeclaringType == target.Member.DeclaringType);
            target.Triggers.Add(cleanup);
            cleanup.TriggerDependencies.Add(target);
        }
    }

    private static IEnumerable<ExecutableTarget> Linked(
        ExecutableTarget target,
        List<ExecutableTarget> all,
        Func<TargetDefinition, List<Delegate>> own,
        Func<TargetDefinition, List<Delegate>> others
    )
    {
        foreach (var link in own(target.Definition))
            yield return all.Single(other => other.Factory == link);
        foreach (var other in all)
        {
            if (other != target && others(other.Definition).Contains(target.Factory))
                yield return other;
        }
    }
}
