using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Parameters;

/// <summary>Fields and properties alike.</summary>
internal static class Members
{
    public static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    public static bool IsStatic(MemberInfo member) =>
        member is FieldInfo field ? field.IsStatic : (((PropertyInfo)member).GetMethod ?? ((PropertyInfo)member).SetMethod)!.IsStatic;

    public static bool IsPublic(MemberInfo member) =>
        member is FieldInfo field ? field.IsPublic : (((PropertyInfo)member).GetMethod ?? ((PropertyInfo)member).SetMethod)!.IsPublic;

    public static string BareName(MemberInfo member) => TypeNames.BareName(member.Name);

    public static string DisplayName(MemberInfo member) => $"{TypeNames.DisplayName(member.DeclaringType)}.{BareName(member)}";

    public static object Get(MemberInfo member, object instance)
    {
        var target = IsStatic(member) ? null : instance;
        return member is FieldInfo field ? field.GetValue(target) : ((PropertyInfo)member).GetValue(target);
    }

    /// <summary>Writes read-only fields and get-only properties too, through the field behind them.</summary>
    public static void Set(MemberInfo member, object instance, object value)
    {
        var target = IsStatic(member) ? null : instance;
        const BindingFlags declared =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var field = member as FieldInfo ?? member.DeclaringType!.GetField($"<{member.Name}>k__BackingField", declared);
        if (field != null)
        {
            field.SetValue(target, value);
            return;
        }

        var property = (PropertyInfo)member;
        Assert.True(property.SetMethod != null, $"Property '{member.Name}' is not settable");
        property.SetValue(target, value);
    }
}
