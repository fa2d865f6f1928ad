namespace Nuke.DockerSlim.Planning;

/// <summary>The argument lists of <c>docker</c> about a builder that holds nothing.</summary>
public static class FreshBuilderArguments
{
    /// <summary>What the names of builders begin with that a run makes; the process that made them stands behind it.</summary>
    public const string Prefix = "dockerslim-ci-";

    /// <summary>Makes one and starts it. What listens on the machine itself, such as a registry of tests, can be reached from it.</summary>
    /// <param name="name">Its name.</param>
    public static IReadOnlyList<string> Create(string name) =>
        ["buildx", "create", "--name", name, "--driver", "docker-container", "--driver-opt", "network=host", "--bootstrap"];

    /// <summary>The question what a builder holds: a part of the answer that begins with <c>ID:</c> for each record.</summary>
    /// <param name="name">Its name.</param>
    public static IReadOnlyList<string> Records(string name) => ["buildx", "du", "--builder", name, "--verbose"];

    /// <summary>The question which builders there are, a name a line.</summary>
    public static IReadOnlyList<string> List { get; } = ["buildx", "ls", "--format", "{{.Name}}"];

    /// <summary>Takes one away, with its container and all that it holds.</summary>
    /// <param name="name">Its name.</param>
    public static IReadOnlyList<string> Remove(string name) => ["buildx", "rm", "--force", name];
}
