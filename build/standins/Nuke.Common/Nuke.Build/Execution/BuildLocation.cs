using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Finds the root directory, the build program and its project.</summary>
internal static class BuildLocation
{
    public const string NukeDirectoryName = ".nuke";

    private const string RootParameter = "Root";

    public static AbsolutePath FindRoot()
    {
        if (ParameterService.GetParameter<AbsolutePath>(RootParameter) is { } given)
            return given;

        // The bare option means the working directory.
        var start = EnvironmentInfo.WorkingDirectory;
        if (ParameterService.GetParameter<bool>(RootParameter))
            return start;

        var root = start;
        while (root != null && !(root / NukeDirectoryName).DirectoryExists())
            root = root.Parent;

        // The home directory's own .nuke belongs to the user, not to a repository.
        if (root?.ToString() == Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            root = null;
        string[] lines =
        [
            $"Could not locate '{NukeDirectoryName}' directory/file while walking up from '{start}'.",
            "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.",
        ];
        return root.NotNull(string.Join(Environment.NewLine, lines));
    }

    /// <summary>Null in a test host.</summary>
    public static AbsolutePath FindAssembly()
    {
        var entry = Assembly.GetEntryAssembly();
        if (entry == null || !Array.Exists(entry.GetTypes(), type => type.IsSubclassOf(typeof(NukeBuild))))
        {
            var name = entry?.GetName().Name;
            Assert.True(name is null or "testhost" || name.StartsWith("ReSharperTestRunner"), $"Assembly name was '{name}'");
            return null;
        }

        return entry.Location.Length > 0 ? entry.Location : Environment.GetCommandLineArgs()[0];
    }

    public static AbsolutePath FindProject(AbsolutePath directory)
    {
        for (; directory != null; directory = directory.Parent)
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            Assert.True(projects.Length <= 1, $"Found multiple project files in '{directory}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        return null;
    }
}
