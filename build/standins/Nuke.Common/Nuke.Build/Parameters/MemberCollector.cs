using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>
/// The members of a build class together with those of its component interfaces. A component's member is replaced by the class's own public
/// member of that name, or by its explicit implementation.
/// </summary>
internal static class MemberCollector
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags All = Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    public static List<MemberInfo> FieldsAndProperties(Type type, Predicate<MemberInfo> filter) =>
        Collect(type, candidate => [.. candidate.GetFields(All), .. candidate.GetProperties(All)], filter, isTarget: false);

    public static List<MemberInfo> Targets(Type type) =>
        Collect(type, candidate => candidate.GetProperties(Instance), IsTarget, isTarget: true);

    private static bool IsTarget(MemberInfo member) =>
        member is PropertyInfo { PropertyType: var type } && (type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup));

    private static List<MemberInfo> Collect(Type type, Func<Type, MemberInfo[]> membersOf, Predicate<MemberInfo> filter, bool isTarget)
    {
        var members = new List<MemberInfo>();
        foreach (var member in membersOf(type))
        {
            if (!member.Name.Contains('.') && filter(member))
                members.Add(member);
        }

        var ownByName = members.ToDictionary(member => member.Name);
        foreach (var (name, inherited) in InterfaceMembers(type, membersOf, filter))
        {
            var chosen = isTarget ? ChooseTarget(name, inherited, ownByName.GetValueOrDefault(name)) : inherited;
            foreach (var member in chosen)
            {
                var implementation = ExplicitImplementation(type, member) ?? member;
                if (filter(implementation))
                    members.Add(implementation);
            }
        }

        return members;
    }

    private static Dictionary<string, List<MemberInfo>> InterfaceMembers(
        Type type,
        Func<Type, MemberInfo[]> membersOf,
        Predicate<MemberInfo> filter
    )
    {
        var byName = new Dictionary<string, List<MemberInfo>>();
        foreach (var component in type.GetInterfaces())
        {
            foreach (var member in membersOf(component))
            {
                if (!filter(member) || type.GetMember(member.Name).Length > 0)
                    continue;
                var name = Members.BareName(member);
                if (!byName.TryGetValue(name, out var sameName))
                    byName[name] = sameName = [];
                sameName.Add(member);
            }
        }

        return byName;
    }

    private static List<MemberInfo> ChooseTarget(string name, List<MemberInfo> inherited, MemberInfo own)
    {
        if (own == null && inherited.Count > 1)
        {
            var mostBasic = inherited.Find(member =>
                inherited.TrueForAll(other => member.DeclaringType!.IsAssignableFrom(other.DeclaringType))
            );
            if (mostBasic != null)
                return
                [
                    inherited.Find(member =>
                        !inherited.Exists(other => other != member && member.DeclaringType!.IsAssignableFrom(other.DeclaringType))
                    ),
                ];
        }

        var declarers = inherited.Select(member => $" - {member.DeclaringType!.Name}");
        var several = $"Property '{name}' must be implemented explicitly because it is inherited from multiple interfaces:";
        Assert.True(inherited.Count == 1 || own != null, string.Join(Environment.NewLine, declarers.Prepend(several)));
        var hidden = $"Property '{name}' must be marked public to override inherited member from:";
        Assert.True(own == null || Members.IsPublic(own), string.Join(Environment.NewLine, declarers.Prepend(hidden)));
        return inherited;
    }

    private static MemberInfo ExplicitImplementation(Type type, MemberInfo member)
    {
        var name = $"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return type.GetProperty(name, Instance);
    }
}
