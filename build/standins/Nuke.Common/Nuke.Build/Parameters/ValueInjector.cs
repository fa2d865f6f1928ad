using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>Fills the members of the build class, and answers the components' TryGetValue.</summary>
internal static class ValueInjector
{
    private static readonly string[] InjectedBuiltIns =
    [
        nameof(NukeBuild.Plan),
        nameof(NukeBuild.Help),
        nameof(NukeBuild.Continue),
        nameof(NukeBuild.NoLogo),
        nameof(NukeBuild.Verbosity),
        nameof(NukeBuild.Partition),
    ];

    private static readonly Dictionary<MemberInfo, object> Known = [];

    /// <summary>Remembers every value that is not null; null is asked for again.</summary>
    public static T TryGetValue<T>(LambdaExpression lambda)
    {
        var member = Expressions.MemberOf(lambda);
        if (Known.GetValueOrDefault(member) is { } known)
            return (T)known;

        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>().NotNull();
        var owner = Expressions.OwnerOf(lambda);
        attribute.Build = owner as INukeBuild;
        return (T)(Known[member] = attribute.TryGetValue(member, owner));
    }

    public static void Inject(INukeBuild build, Predicate<InjectedMember> filter)
    {
        var members = ParameterMembers
            .Injected(build.GetType())
            .Where(injected => filter(injected) && IsInjectable(injected))
            .OrderBy(injected => Depth(injected.Member.DeclaringType))
            .ThenByDescending(injected => injected.Attribute.Priority);
        foreach (var injected in members)
        {
            injected.Attribute.Build = build;
            if (injected.Attribute.TryGetValue(injected.Member, build) is not { } value)
                continue;

            var message =
                $"Member '{injected.Member.Name}' must be of type '{value.GetType().Name}' "
                + $"to get its valued injected from '{injected.Attribute.GetType().Name}'";
            Assert.True(Members.TypeOf(injected.Member).IsInstanceOfType(value), message);
            Members.Set(injected.Member, build, value);
        }
    }

    private static bool IsInjectable(InjectedMember injected) =>
        !injected.Member.ReflectedType!.IsInterface && (!injected.IsBuiltIn || InjectedBuiltIns.Contains(injected.Member.Name));

    private static int Depth(Type type)
    {
        var depth = 0;
        while ((type = type.BaseType) != null)
            depth++;
        return depth;
    }
}
