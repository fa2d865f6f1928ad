using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>What a build's members say about its parameters: names, descriptions, values to choose from.</summary>
internal static class ParameterMembers
{
    private static readonly Dictionary<Type, List<InjectedMember>> Cache = [];

    public static List<InjectedMember> Injected(Type buildType)
    {
        if (!Cache.TryGetValue(buildType, out var injected))
        {
            var members = MemberCollector.FieldsAndProperties(
                buildType,
                member => member.IsDefined(typeof(ValueInjectionAttributeBase), true)
            );
            Cache[buildType] = injected = members.OrderBy(member => member.Name).Select(member => new InjectedMember(member)).ToList();
        }

        return injected;
    }

    public static List<InjectedMember> Parameters(Type buildType, bool includeUnlisted) =>
        Injected(buildType)
            .Where(injected => injected.Attribute is ParameterAttribute parameter && (includeUnlisted || parameter.List))
            .OrderBy(injected => NameOf(injected.Member))
            .ToList();

    public static string NameOf(MemberInfo member)
    {
        var prefix = member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        return prefix + (member.GetCustomAttribute<ParameterAttribute>()!.Name ?? member.Name);
    }

    public static string OptionOf(MemberInfo member) => CamelHumps.Kebab(NameOf(member));

    public static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>()!.Description?.TrimEnd('.');

    /// <summary>The type of one value: an array's element, a nullable's underlying type.</summary>
    public static Type ScalarType(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return underlying;
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.GetGenericArguments()[0] : type;
    }

    /// <summary>Null when any value goes.</summary>
    public static List<string> ValuesToChooseFrom(MemberInfo member)
    {
        var type = ScalarType(Members.TypeOf(member));
        type = Nullable.GetUnderlyingType(type) ?? type;
        var names =
            type.IsSubclassOf(typeof(Tooling.Enumeration))
                ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)
            : type.IsEnum ? type.GetEnumNames()
            : null;
        return names?.Order().ToList();
    }
}
