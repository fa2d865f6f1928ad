using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values as static fields of a class; parameters are matched by field name, without case.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => a is null ? b is null : a.Equals((object)b);

    public static bool operator !=(Enumeration a, Enumeration b) => !(a == b);

    public override bool Equals(object obj) => obj is Enumeration other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    public override string ToString() => Value.NotNull();

    protected bool Equals(Enumeration other) => Value == other.Value;

    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);

            var fields = typeof(T)
                .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(field => string.Equals(field.Name, text, StringComparison.OrdinalIgnoreCase))
                .ToList();
            Assert.HasSingleItem(fields);
            return fields[0].GetValue(null);
        }
    }
}
