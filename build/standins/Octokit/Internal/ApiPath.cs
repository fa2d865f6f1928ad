namespace Octokit.Internal;

internal static class ApiPath
{
    public static Uri Of(string path) => new(path, UriKind.Relative);

    /// <summary>An address below a repository, with owner and name checked.</summary>
    public static Uri Of(string owner, string name, string rest)
    {
        Ensure.NotBlank(owner);
        Ensure.NotBlank(name);
        return Of($"repos/{owner}/{name}{(rest.Length > 0 ? "/" : "")}{rest}");
    }
}
