using System.Reflection;

namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>The types of Nuke.DockerSlim.Core and the folders they lie in.</summary>
internal static class CoreTypes
{
    private const string Root = "Nuke.DockerSlim";

    /// <summary>The folder of what stands above the others: the pipeline.</summary>
    public const string Top = "(top)";

    public static Assembly Assembly { get; } = typeof(ImagePipeline).Assembly;

    public static IEnumerable<Type> All => Assembly.GetTypes().Where(IsOurs);

    /// <summary>What each type uses; read once, because it takes a while.</summary>
    public static ILookup<Type, Type> Used { get; } =
        All.SelectMany(user => UsedMembers.TypesOf(user).Select(used => (User: user, Used: used))).ToLookup(x => x.User, x => x.Used);

    public static bool IsOurs(Type type) =>
        type.Assembly == Assembly && (type.Namespace == Root || type.Namespace?.StartsWith(Root + ".", StringComparison.Ordinal) == true);

    public static string FolderOf(Type type) => type.Namespace == Root ? Top : type.Namespace![(Root.Length + 1)..];

    /// <summary>The type as its file is called: lambdas and iterators belong to the type that they are written in.</summary>
    public static string NameOf(Type type) => type.DeclaringType is { } outer ? NameOf(outer) : type.Name.Split('`')[0];
}
