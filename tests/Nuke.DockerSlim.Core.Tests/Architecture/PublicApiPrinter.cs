using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>Writes down what of an assembly others can see: a type a paragraph, a member a line, in an order that does not change by itself.</summary>
internal static class PublicApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(x => !x.Name.Contains('<')).OrderBy(x => x.FullName, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Heading(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var bases = new[] { type.BaseType }
            .Where(x => x is not null && x != typeof(object) && x != typeof(ValueType) && x != typeof(Enum))
            .Concat(type.GetInterfaces().Where(x => !IsInherited(type, x)))
            .Select(x => ApiTypeName.Of(x!))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var name = type.FullName!.Replace('+', '.');
        return $"{kind} {name}" + (bases.Length == 0 || type.IsEnum ? "" : $" : {string.Join(", ", bases)}");
    }

    private static bool IsInherited(Type type, Type contract) =>
        type.BaseType?.GetInterfaces().Contains(contract) == true
        || type.GetInterfaces().Any(x => x != contract && x.GetInterfaces().Contains(contract));

    private static IEnumerable<string> Members(Type type) =>
        type.IsEnum
            ? Enum.GetNames(type).Select(x => $"{x} = {Convert.ToInt64(Enum.Parse(type, x), CultureInfo.InvariantCulture)}")
            : type.GetConstructors(Declared)
                .Where(IsVisible)
                .Select(x => $"new({Parameters(x)})")
                .Concat(
                    type.GetProperties(Declared)
                        .Where(x => x.GetAccessors(true).Any(IsVisible) && x.Name != "EqualityContract")
                        .Select(Property)
                )
                .Concat(type.GetFields(Declared).Where(x => x.IsPublic).Select(Field))
                .Concat(type.GetMethods(Declared).Where(x => IsVisible(x) && IsWritten(x)).Select(Method));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // What the compiler adds to records and lambdas is not written by anybody; accessors are printed with their property.
    private static bool IsWritten(MethodInfo method) =>
        !method.Name.Contains('<')
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Method(MethodInfo method) =>
        $"{Static(method)}{ApiTypeName.Of(method.ReturnParameter)} {method.Name}{Generic(method)}({Parameters(method)})";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(x => x.Name))}>" : "";

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set =
            property.SetMethod is not { } setter || !IsVisible(setter) ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
            : "set; ";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Static(property.GetAccessors(true)[0])}{required}{ApiTypeName.Of(property)} {property.Name} {{ {get}{set}}}";
    }

    private static string Field(FieldInfo field) =>
        field.IsLiteral
            ? $"const {ApiTypeName.Of(field)} {field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
            : $"{(field.IsStatic ? "static " : "")}{ApiTypeName.Of(field)} {field.Name}";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(x =>
                    $"{(x.IsOut ? "out " : "")}{ApiTypeName.Of(x)} {x.Name}{(x.HasDefaultValue ? " = " + (x.DefaultValue ?? "default") : "")}"
                )
        );

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";
}
