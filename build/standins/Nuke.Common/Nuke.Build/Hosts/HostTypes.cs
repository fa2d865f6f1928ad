using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>
/// All hosts by name, each with the environment variable that gives it away. The CI servers live in another assembly, which is loaded only
/// when one of them is meant.
/// </summary>
internal static class HostTypes
{
    private static readonly (string Name, string Variable)[] Servers =
    [
        ("AppVeyor", "APPVEYOR"),
        ("AzurePipelines", "TF_BUILD"),
        ("Bamboo", "bamboo_planKey"),
        ("Bitbucket", "BITBUCKET_PIPELINE_UUID"),
        ("Bitrise", "BITRISE_BUILD_URL"),
        ("GitHubActions", "GITHUB_ACTIONS"),
        ("GitLab", "GITLAB_CI"),
        ("Jenkins", "JENKINS_HOME"),
        ("SpaceAutomation", "JB_SPACE_PROJECT_KEY"),
        ("TeamCity", "TEAMCITY_VERSION"),
        ("TravisCI", "TRAVIS"),
    ];

    private static readonly Type[] Terminals = [typeof(Rider), typeof(VisualStudio), typeof(VSCode), typeof(Terminal)];

    public static IEnumerable<string> Names => Servers.Select(server => server.Name).Concat(Terminals.Select(type => type.Name));

    public static Host Running()
    {
        foreach (var (name, variable) in Servers)
        {
            if (EnvironmentInfo.HasVariable(variable))
                return Create(ServerType(name));
        }

        return Rider.IsRunning ? new Rider()
            : VSCode.IsRunning ? new VSCode()
            : VisualStudio.IsRunning ? new VisualStudio()
            : new Terminal();
    }

    public static Host Named(string name)
    {
        var matching = Servers.Where(server => EndsWith(server.Name, name)).Select(server => ServerType(server.Name)).ToList();
        matching.AddRange(Terminals.Where(type => EndsWith(type.Name, name)));
        Assert.HasSingleItem(matching, argumentExpression: "matchingHosts");
        return Create(matching[0]);
    }

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static Type ServerType(string name) =>
        Assembly.Load("Nuke.Common").GetType($"Nuke.Common.CI.{name}.{name}", throwOnError: true);

    private static Host Create(Type type) => (Host)Activator.CreateInstance(type, nonPublic: true);
}
