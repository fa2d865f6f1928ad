using System.Diagnostics;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Writes the graph of targets as a page and opens it with the desktop's browser; without a desktop that is an error.</summary>
internal sealed class PlanStep(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 10;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        if (!build.Plan)
            return;

        var page = NukeBuild.TemporaryDirectory / "execution-plan.html";
        page.WriteAllText(Page(executableTargets));
        Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        Environment.Exit(0);
    }

    private static string Page(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var page = new StringBuilder(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Execution plan</title>\n<pre class=\"mermaid\">\ngraph LR\n"
        );
        foreach (var target in targets)
        {
            page.AppendLine(target.Name);
            Append(page, target, target.ExecutionDependencies, "-->");
            Append(page, target, target.OrderDependencies, "-.->");
            Append(page, target, target.TriggerDependencies, "==>");
        }

        return page.Append("</pre>").ToString();
    }

    private static void Append(StringBuilder page, ExecutableTarget target, List<ExecutableTarget> dependencies, string arrow)
    {
        foreach (var dependency in dependencies)
            page.AppendLine($"{dependency.Name} {arrow} {target.Name}");
    }
}
