using System.Reflection;

namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>Types as C# writes them, with their question marks.</summary>
internal static class ApiTypeName
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(ParameterInfo parameter) => Of(Nullability.Create(parameter));

    public static string Of(PropertyInfo property) => Of(Nullability.Create(property));

    public static string Of(FieldInfo field) => Of(Nullability.Create(field));

    public static string Of(Type type) =>
        type.HasElementType ? Of(type.GetElementType()!) + (type.IsArray ? "[]" : "")
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : Nullable.GetUnderlyingType(type) is { } underlying ? Of(underlying) + "?"
        : type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : Bare(type);

    private static string Of(NullabilityInfo info)
    {
        var name =
            info.ElementType is { } element ? Of(element) + "[]"
            : info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(info.Type) is null && !info.Type.IsByRef
                ? $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>"
            : Of(info.Type);
        var isNullable = (info.ReadState == NullabilityState.Unknown ? info.WriteState : info.ReadState) == NullabilityState.Nullable;
        return isNullable && !name.EndsWith('?') ? name + "?" : name;
    }

    private static string Bare(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Bare(type.DeclaringType!)}.{name}" : name;
    }
}
