using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A relative text is rooted at the working directory.</summary>
internal sealed class AbsolutePathConverter : TypeConverter
{
    public static AbsolutePath FromText(string text) =>
        PathConstruction.HasPathRoot(text) ? AbsolutePath.Create(text) : EnvironmentInfo.WorkingDirectory / text;

    public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
        value is string text ? FromText(text) : base.ConvertFrom(context, culture, value);
}
