namespace Octokit;

public interface IApiInfoProvider
{
    /// <summary>What the headers of the last answer said; null before the first one.</summary>
    ApiInfo GetLastApiInfo();
}
