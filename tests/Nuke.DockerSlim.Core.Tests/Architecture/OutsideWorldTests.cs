using System.Reflection;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>Nuke.DockerSlim.Core needs the base library only, and touches the world outside the process in one folder.</summary>
public sealed partial class OutsideWorldTests
{
    /// <summary>Who may, besides Hosting, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        // The report is the hand-over between targets; its file format and how it is replaced in one piece belong together.
        ["JsonReport"] = "File Directory DirectoryInfo FileInfo FileSystemInfo",
    };

    [Fact]
    public void Only_the_base_library_is_referenced() =>
        Assert.DoesNotContain(CoreTypes.Assembly.GetReferencedAssemblies(), x => !x.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void No_package_is_referenced()
    {
        var project = File.ReadAllText(
            Path.Combine(Recordings.RepositoryRoot, "src", "Nuke.DockerSlim.Core", "Nuke.DockerSlim.Core.csproj")
        );
        Assert.DoesNotContain("PackageReference", project);
        Assert.DoesNotContain("ProjectReference", project);
    }

    [Fact]
    public void Files_are_touched_in_Hosting_only() =>
        Assert.Empty(
            Users(x => x.Namespace == "System.IO" && FileTypes().IsMatch(x.Name))
                .Where(x => !IsException(x))
                .Select(x => $"{x.User} uses {x.Used}")
        );

    [Fact]
    public void Console_processes_and_sockets_are_touched_nowhere() =>
        Assert.Empty(
            Users(
                    x =>
                        x.FullName is "System.Console"
                        || x.FullName!.StartsWith("System.Net.", StringComparison.Ordinal)
                        || x.FullName.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal),
                    evenInHosting: true
                )
                .Select(x => $"{x.User} uses {x.Used}")
        );

    [Fact]
    public void Environment_clock_and_chance_are_asked_in_Hosting_only()
    {
        var asked =
            from type in CoreTypes.All
            where CoreTypes.FolderOf(type) != "Hosting"
            from member in UsedMembers.MembersOf(type)
            let name = $"{member.DeclaringType?.Name}.{member.Name}"
            where Asking().IsMatch(name)
            select $"{CoreTypes.NameOf(type)} uses {name}";
        Assert.Empty(asked);
    }

    [Fact]
    public void What_is_looked_for_would_be_found()
    {
        Assert.Contains(Users(x => x.Name == "File", evenInHosting: true), x => x.User == "InputFiles");
        Assert.Contains(
            CoreTypes.All.Where(x => CoreTypes.FolderOf(x) == "Hosting").SelectMany(UsedMembers.MembersOf),
            x => Asking().IsMatch($"{x.DeclaringType?.Name}.{x.Name}")
        );
        Assert.All(Exceptions.Keys, x => Assert.Contains(Users(used => used.Name == "File"), use => use.User == x));
    }

    private static bool IsException((string User, string Used) use) =>
        Exceptions.TryGetValue(use.User, out var allowed) && allowed.Split(' ').Contains(use.Used);

    private static IEnumerable<(string User, string Used)> Users(Func<Type, bool> isMeant, bool evenInHosting = false) =>
        (
            from type in CoreTypes.All
            where evenInHosting || CoreTypes.FolderOf(type) != "Hosting"
            from used in CoreTypes.Used[type]
            where isMeant(used)
            select (CoreTypes.NameOf(type), used.Name)
        ).Distinct();

    [GeneratedRegex("^(File|Directory|FileInfo|DirectoryInfo|FileSystemInfo|FileStream|DriveInfo|FileSystemWatcher)$")]
    private static partial Regex FileTypes();

    // Iterators ask for their thread's id; nobody wrote that.
    [GeneratedRegex(
        @"^Environment\.(?!get_NewLine|get_CurrentManagedThreadId)|^DateTime(Offset)?\.get_(Now|UtcNow|Today)|^Stopwatch\.|^TimeProvider\.get_System|^Thread\.Sleep|^Guid\.NewGuid|^Random\."
    )]
    private static partial Regex Asking();
}
