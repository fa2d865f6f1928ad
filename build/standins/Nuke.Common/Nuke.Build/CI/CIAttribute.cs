using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Injects the host as the member's own type; null when the build runs elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var type = Members.TypeOf(member);
        var property = type.GetProperty(nameof(Host.Instance), BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.True(property != null, $"Type '{type}' is not compatible for injection via '{nameof(CIAttribute)}'");
        return property.GetValue(null);
    }
}
