namespace Octokit;

public interface IApiConnection
{
    IConnection Connection { get; }

    Task<T> Get<T>(Uri uri);

    Task<T> Get<T>(Uri uri, IDictionary<string, string> parameters);

    Task<Stream> GetRawStream(Uri uri, IDictionary<string, string> parameters);

    Task<IReadOnlyList<T>> GetAll<T>(Uri uri);

    Task<IReadOnlyList<T>> GetAll<T>(Uri uri, ApiOptions options);

    Task<IReadOnlyList<T>> GetAll<T>(Uri uri, IDictionary<string, string> parameters, ApiOptions options);

    Task<T> Post<T>(Uri uri, object data, CancellationToken cancellationToken = default);

    Task<T> Patch<T>(Uri uri, object data);

    Task Delete(Uri uri);
}
