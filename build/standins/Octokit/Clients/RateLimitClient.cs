using Octokit.Internal;

namespace Octokit;

internal sealed class RateLimitClient(IApiConnection api) : IRateLimitClient
{
    public Task<MiscellaneousRateLimit> GetRateLimits() => api.Get<MiscellaneousRateLimit>(ApiPath.Of("rate_limit"));
}
