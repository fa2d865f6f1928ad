using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks what the scheduled targets and the whole build require, before anything runs.</summary>
internal static class Requirements
{
    public static void Check(NukeBuild build, IEnumerable<ExecutableTarget> targets)
    {
        foreach (var target in targets)
        {
            foreach (var requirement in target.DelegateRequirements)
                Check(build, target, requirement);
        }

        foreach (var injected in ParameterMembers.Injected(build.GetType()))
        {
            if (injected.Member.IsDefined(typeof(RequiredAttribute)) && IsMissing(build, injected.Member))
                Assert.Fail($"Member '{NameOf(injected.Member)}' is required to be not null or empty");
        }
    }

    private static void Check(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            Assert.True(condition.Compile(preferInterpretation: true)(), $"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        var member = Expressions.MemberOf(requirement);
        var own = build.GetType().GetMember(member.Name) is [var single] ? single : member;
        Assert.True(
            own.IsDefined(typeof(ValueInjectionAttributeBase), true),
            $"Member '{NameOf(own)}' is required from target '{target.Name}' but not marked with an injection attribute."
        );
        if (IsMissing(build, own))
            Assert.Fail($"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty");
    }

    private static bool IsMissing(NukeBuild build, MemberInfo member)
    {
        if (NukeBuild.Host is Terminal && member.IsDefined(typeof(ParameterAttribute)) && member is not PropertyInfo { CanWrite: false })
            Prompt(build, member);
        var value = Members.Get(member, build);
        return value is string text ? string.IsNullOrWhiteSpace(text) : value == null;
    }

    /// <summary>On a terminal the missing value is asked for; without a real console that is an error of its own.</summary>
    private static void Prompt(NukeBuild build, MemberInfo member)
    {
        while (Members.Get(member, build) == null)
        {
            var answer = ConsolePrompt.Ask($"{ParameterMembers.DescriptionOf(member) ?? ParameterMembers.NameOf(member)}:");
            if (answer != null)
                Members.Set(member, build, ValueConversion.FromText(answer, Members.TypeOf(member)));
        }
    }

    private static string NameOf(MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute), true) ? ParameterMembers.NameOf(member) : member.Name;
}
