using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common;

internal sealed class HostConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
        value is string name ? HostTypes.Named(name) : base.ConvertFrom(context, culture, value);
}
