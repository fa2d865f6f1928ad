using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

internal sealed class InjectedMember(MemberInfo member)
{
    public MemberInfo Member { get; } = member;

    public ValueInjectionAttributeBase Attribute { get; } = member.GetCustomAttribute<ValueInjectionAttributeBase>(inherit: true);

    public bool IsBuiltIn => Member.DeclaringType == typeof(NukeBuild);
}
