using Octokit.Internal;

namespace Octokit;

internal sealed class UsersClient(IApiConnection api) : IUsersClient
{
    public Task<User> Get(string login) => api.Get<User>(ApiPath.Of($"users/{Ensure.NotBlank(login)}"));

    public Task<User> Current() => api.Get<User>(ApiPath.Of("user"));
}
