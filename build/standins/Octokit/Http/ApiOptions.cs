namespace Octokit;

public class ApiOptions
{
    public static ApiOptions None => new();

    /// <summary>The first page to fetch, from 1; null for the server's first.</summary>
    public int? StartPage { get; set; }

    /// <summary>How many pages to fetch at most; null for all.</summary>
    public int? PageCount { get; set; }

    /// <summary>How many items a page has; null for the server's default.</summary>
    public int? PageSize { get; set; }
}
