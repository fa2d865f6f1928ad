namespace Nuke.Common.Utilities;

/// <summary>Type and member names as messages show them: C# keywords, no namespaces.</summary>
internal static class TypeNames
{
    public static string ShortName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return ShortName(underlying) + "?";
        if (type.IsArray)
            return ShortName(type.GetElementType()) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericType)
            return type.Name[..type.Name.IndexOf('`')] + "<" + string.Join(", ", type.GetGenericArguments().Select(ShortName)) + ">";
        return type.IsEnum ? type.Name : Keyword(type);
    }

    public static string DisplayName(Type type) => (type.DeclaringType is { } outer ? DisplayName(outer) + "." : "") + ShortName(type);

    /// <summary>The bare name of a member, also of an explicitly implemented one.</summary>
    public static string BareName(string memberName) => memberName[(memberName.LastIndexOf('.') + 1)..];

    private static string Keyword(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.SByte => "sbyte",
            TypeCode.Char => "char",
            TypeCode.Int16 => "short",
            TypeCode.UInt16 => "ushort",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.UInt64 => "ulong",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Decimal => "decimal",
            TypeCode.String => "string",
            _ => type == typeof(object) ? "object" : type.Name,
        };
}
