using System.Reflection;
using System.Text;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Shows targets and parameters and ends the program, when asked to, and when there is nothing to run.</summary>
internal sealed class HelpStep(NukeBuild build) : IOnBuildInitialized
{
    private const int WidestLine = 90;

    public float Priority => 5;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        if (!build.Help && executionPlan.Count > 0)
            return;

        Host.Debug(TargetsText(executableTargets));
        Host.Debug(ParametersText(executableTargets));
        Environment.Exit(0);
    }

    private static string TargetsText(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var width = Math.Max(targets.Max(target => target.Name.Length), 20);
        var text = new StringBuilder().AppendLine("Targets (with their direct dependencies):").AppendLine();
        foreach (var target in targets.Where(target => target.Listed))
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            var dependencies = string.Join(", ", target.ExecutionDependencies.Select(dependency => dependency.Name));
            text.AppendLine($"  {name.PadRight(width)}{(dependencies.Length > 0 ? " -> " + dependencies : "")}");
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.AppendLine($"    {target.Description}");
        }

        return text.ToString();
    }

    private string ParametersText(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var parameters = ParameterMembers.Parameters(build.GetType(), includeUnlisted: false);
        var defaults = string.Join(", ", targets.Where(target => target.IsDefault).Select(target => target.Name));
        var width = Math.Max(parameters.Max(parameter => ParameterMembers.OptionOf(parameter.Member).Length), 16);
        var text = new StringBuilder().AppendLine("Parameters:");
        var own = parameters.Where(parameter => !parameter.IsBuiltIn).ToList();
        if (own.Count > 0)
            text.AppendLine();
        own.ForEach(parameter => Append(text, parameter.Member, width, defaults));
        text.AppendLine();
        foreach (var parameter in parameters.Where(parameter => parameter.IsBuiltIn))
            Append(text, parameter.Member, width, defaults);
        return text.ToString();
    }

    private static void Append(StringBuilder text, MemberInfo parameter, int width, string defaultTargets)
    {
        var description = ParameterMembers.DescriptionOf(parameter);
        if (description != null)
            description = description.Replace("{default_target}", defaultTargets.Length > 0 ? defaultTargets : "<none>").TrimEnd('.') + ".";

        var indent = width + 6;
        var line = $"  --{ParameterMembers.OptionOf(parameter).PadRight(width)}  ";
        var used = 0;
        foreach (var word in (description ?? "<no description>").Split(' '))
        {
            var next = indent + used + word.Length;
            if (used > 0 && (next >= Console.BufferWidth || next > WidestLine))
            {
                text.AppendLine(line);
                line = new string(' ', indent);
                used = 0;
            }

            line += " " + word;
            used += word.Length + 1;
        }

        text.AppendLine(line);
    }
}
