using System.Globalization;
using System.Text.Json;
using Nuke.Common.Utilities;

namespace Nuke.Common.Parameters;

/// <summary>Scalars convert generously (a number from a text, a text from a number), structures do not (a text is no array).</summary>
internal static class JsonValueConversion
{
    public static object To(JsonElement value, Type type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (type.IsArray)
            return ToArray(value, type.GetElementType());

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            throw new ArgumentException($"Can not convert {value.ValueKind} to {type.Name}.");
        return FromScalar(value, type);
    }

    private static Array ToArray(JsonElement value, Type elementType)
    {
        if (value.ValueKind != JsonValueKind.Array)
            throw new ArgumentException($"Error converting value {value.GetRawText()} to type '{elementType.FullName}[]'.");
        var array = Array.CreateInstance(elementType, value.GetArrayLength());
        for (var i = 0; i < array.Length; i++)
            array.SetValue(To(value[i], elementType), i);
        return array;
    }

    private static object FromScalar(JsonElement value, Type type)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => bool.TrueString,
            JsonValueKind.False => bool.FalseString,
            _ => value.GetRawText(),
        };
        if (type == typeof(string))
            return text;
        if (value.ValueKind == JsonValueKind.Number && type.IsEnum)
            return Enum.ToObject(type, value.GetInt32());
        if (value.ValueKind == JsonValueKind.Number && type.IsPrimitive)
            return Convert.ChangeType(value.GetDouble(), type, CultureInfo.InvariantCulture);
        if (value.ValueKind == JsonValueKind.Number && type == typeof(TimeSpan))
            throw new ArgumentException($"Can not convert {(text.Contains('.') ? "Float" : "Integer")} to {type.Name}.");
        return ValueConversion.FromText(text, type);
    }
}
