using System.Net;

namespace Octokit.Internal;

internal static class StrictCreation
{
    /// <summary>Review comments insist on 201, unlike other creations.</summary>
    public static async Task<T> PostCreatedAsync<T>(this IApiConnection api, Uri uri, object data)
    {
        var response = await api.Connection.Post<T>(uri, data, null, null).ConfigureAwait(false);
        return response.HttpResponse.StatusCode is HttpStatusCode.Created
            ? response.Body
            : throw new ApiException("Invalid Status Code returned. Expected a 201", response.HttpResponse.StatusCode);
    }
}
