using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target's property says. The links between targets are in the other part.</summary>
internal sealed partial class TargetDefinition(PropertyInfo property, INukeBuild build, Stack<PropertyInfo> baseProperties)
    : ITargetDefinition
{
    public string Text { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<string> Products { get; } = [];

    public DependencyBehavior DependencyBehavior { get; private set; }

    public bool IsAssured { get; private set; }

    public bool IsProceeding { get; private set; }

    public bool IsUnlisted { get; private set; }

    public int? PartitionSize { get; private set; }

    public ITargetDefinition Description(string description) => Do(() => Text = description);

    public ITargetDefinition Executes(params Action[] actions) => Do(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Do(() => Actions.Add(() => action()));

    public ITargetDefinition Executes(Func<Task> action) => Do(() => Actions.Add(() => action().GetAwaiter().GetResult()));

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null) =>
        Do(() => DynamicConditions.Add((OnOneLine(conditionExpression), condition)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null) =>
        Do(() => StaticConditions.Add((OnOneLine(conditionExpression), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class => Do(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Do(() => Requirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Do(() => Requirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => Do(() => DependencyBehavior = dependencyBehavior);

    public ITargetDefinition AssuredAfterFailure() => Do(() => IsAssured = true);

    public ITargetDefinition ProceedAfterFailure() => Do(() => IsProceeding = true);

    public ITargetDefinition Unlisted() => Do(() => IsUnlisted = true);

    public ITargetDefinition Produces(params string[] artifacts) => Do(() => Products.AddRange(artifacts));

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1);
        return Do(() => PartitionSize = size);
    }

    private static string OnOneLine(string text)
    {
        text = text.NotNull().Replace("\r", "").Replace("\n", "");
        while (text.Contains("  "))
            text = text.Replace("  ", " ");
        return text;
    }

    private TargetDefinition Do(Action change)
    {
        change();
        return this;
    }
}
