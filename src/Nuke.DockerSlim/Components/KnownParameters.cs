using System.Reflection;
using System.Text;
using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Lists the parameters of a build: its own, its components', and Nuke's.</summary>
internal static class KnownParameters
{
    private const BindingFlags Anything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Nuke's own that carry no attribute that could be found.
    private static readonly string[] BuiltIn =
    [
        "help",
        "plan",
        "no-logo",
        "continue",
        "skip",
        "target",
        "profile",
        "root",
        "host",
        "verbosity",
        "partition",
        "strict",
        "generate-configuration",
        "load-local-profiles",
    ];

    /// <summary>The parameters.</summary>
    /// <param name="build">The build's class.</param>
    public static IReadOnlyList<KnownParameter> Of(Type build)
    {
        var types = new List<Type>(build.GetInterfaces());
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
            types.Add(type);
        return [.. types.SelectMany(OfType), .. BuiltIn.Select(x => new KnownParameter(x, IsOurs: false, IsSwitch: false, IsList: true))];

        static IEnumerable<KnownParameter> OfType(Type type)
        {
            var prefix = type.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix ?? "";
            var isOurs = type.Assembly == typeof(IHazImages).Assembly;
            foreach (var member in type.GetMembers(Anything))
                if (member.GetCustomAttribute<ParameterAttribute>() is { } attribute)
                    yield return Parameter(prefix + (attribute.Name ?? member.Name), MemberType(member), isOurs) with
                    {
                        IsSeparated = attribute.Separator is not null,
                        Description = attribute.Description,
                    };
        }
    }

    private static KnownParameter Parameter(string name, Type type, bool isOurs) =>
        new(Kebab(name), isOurs, (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool), type.IsArray);

    private static Type MemberType(MemberInfo member) =>
        member switch
        {
            PropertyInfo property => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => typeof(object),
        };

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString().Replace("--", "-", StringComparison.Ordinal);
    }
}
