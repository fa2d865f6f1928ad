using System.Collections;
using System.Text.Json;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>How one parameter looks in the schema.</summary>
internal static class SchemaProperties
{
    public static void Write(Utf8JsonWriter writer, InjectedMember parameter)
    {
        var member = parameter.Member;
        var type = Members.TypeOf(member);
        var isList = type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
        var item = ParameterMembers.ScalarType(type);
        writer.WriteStartObject(ParameterMembers.NameOf(member));
        if (isList)
            writer.WriteString("type", "array");
        else
            WriteType(writer, item, Nullable.GetUnderlyingType(type) != null);
        if (ParameterMembers.DescriptionOf(member) is { } description)
            writer.WriteString("description", description);
        if (member.IsDefined(typeof(SecretAttribute), true))
            writer.WriteString("default", "Secrets must be entered via 'nuke :secrets [profile]'");
        if (isList)
        {
            writer.WriteStartObject("items");
            WriteType(writer, item, isNullable: false);
            WriteFormat(writer, item);
            WriteValues(writer, item, member);
            writer.WriteEndObject();
        }
        else
        {
            WriteFormat(writer, item);
            WriteValues(writer, item, member);
        }

        writer.WriteEndObject();
    }

    public static void WriteEnum(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray("enum");
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, Type item, System.Reflection.MemberInfo member)
    {
        if (Reference(item) is { } reference)
            writer.WriteString("$ref", "#/definitions/" + reference);
        else if (ParameterMembers.ValuesToChooseFrom(member) is { } values)
            WriteEnum(writer, values);
    }

    private static string Reference(Type type) =>
        type == typeof(Host) ? nameof(Host)
        : type == typeof(ExecutableTarget) ? nameof(ExecutableTarget)
        : type.IsEnum ? type.Name
        : null;

    private static void WriteType(Utf8JsonWriter writer, Type type, bool isNullable)
    {
        if (Reference(type) != null)
            return;

        var (name, _) = NameAndFormat(type);
        if (isNullable)
        {
            writer.WriteStartArray("type");
            foreach (var one in new[] { name, "null" }.Order(StringComparer.Ordinal))
                writer.WriteStringValue(one);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("type", name);
        }
    }

    // Behind the description, as the real writer has it.
    private static void WriteFormat(Utf8JsonWriter writer, Type type)
    {
        if (Reference(type) == null && NameAndFormat(type).Format is { } format)
            writer.WriteString("format", format);
    }

    private static (string Name, string Format) NameAndFormat(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => ("boolean", null),
            TypeCode.Int16 or TypeCode.Int32 => ("integer", "int32"),
            TypeCode.Int64 => ("integer", "int64"),
            TypeCode.Double => ("number", "double"),
            TypeCode.Single => ("number", "float"),
            TypeCode.Decimal => ("number", "decimal"),
            TypeCode.DateTime => ("string", "date-time"),
            _ => ("string", type == typeof(TimeSpan) ? "duration" : null),
        };
}
