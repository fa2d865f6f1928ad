using System.ComponentModel;
using System.Globalization;
using Nuke.Common.IO;

namespace Nuke.Common.Utilities;

/// <summary>Turns texts of the command line and the environment into parameter values.</summary>
internal static class ValueConversion
{
    public static object FromVariable(string value, Type type, char? separator)
    {
        var parts = separator is { } character ? value.Split(character) : [value];
        return FromValues(parts.Where(part => !string.IsNullOrWhiteSpace(part)).ToArray(), type, valueOfBareSwitch: false);
    }

    public static object FromValues(string[] values, Type type, bool valueOfBareSwitch)
    {
        if (type.IsArray)
        {
            var elementType = type.GetElementType()!;
            var array = Array.CreateInstance(elementType, values.Length);
            for (var i = 0; i < values.Length; i++)
                array.SetValue(FromText(values[i], elementType), i);
            return array;
        }

        if (values.Length == 0)
            return type == typeof(bool) || type == typeof(bool?) ? valueOfBareSwitch : null;

        var converted = FromText(values[0], type);
        Assert.HasSingleItem(values, $"Value [ {string.Join(", ", values)} ] cannot be assigned to '{TypeNames.ShortName(type)}'");
        return converted;
    }

    public static object FromText(string text, Type type)
    {
        if (type == typeof(string))
            return text;

        try
        {
            return FromCommonText(text, Nullable.GetUnderlyingType(type) ?? type)
                ?? TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch
        {
            throw new Exception($"Value '{text}' could not be converted to '{TypeNames.ShortName(type)}'");
        }
    }

    public static object DefaultOf(Type type) => CanBeNull(type) ? null : Activator.CreateInstance(type);

    public static bool CanBeNull(Type type) => type.IsClass || Nullable.GetUnderlyingType(type) != null;

    /// <summary>An interface type ends in an error here, as in the real package: such members cannot be parameters.</summary>
    public static Type ToNullable(Type type) => CanBeNull(type) ? type : typeof(Nullable<>).MakeGenericType(type);

    // TypeDescriptor costs a tenth of the start-up: what it would say of the everyday types is said here, and only where both agree.
    private static object FromCommonText(string text, Type type)
    {
        if (type == typeof(bool) && bool.TryParse(text, out var boolean))
            return boolean;
        if (type == typeof(int) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return number;
        if (type == typeof(AbsolutePath))
            return AbsolutePathConverter.FromText(text);
        return null;
    }
}
