using System.Collections.ObjectModel;
using System.Globalization;
using Octokit.Internal;

namespace Octokit;

/// <summary>Answers as values, and lists over all of their pages.</summary>
public class ApiConnection : IApiConnection
{
    public ApiConnection(IConnection connection) => Connection = Ensure.NotNull(connection);

    public IConnection Connection { get; }

    public Task<T> Get<T>(Uri uri) => Get<T>(uri, null);

    public async Task<T> Get<T>(Uri uri, IDictionary<string, string> parameters) =>
        (await Connection.Get<T>(Ensure.NotNull(uri), parameters).ConfigureAwait(false)).Body;

    public async Task<Stream> GetRawStream(Uri uri, IDictionary<string, string> parameters) =>
        (await Connection.GetRawStream(Ensure.NotNull(uri), parameters).ConfigureAwait(false)).Body;

    public Task<IReadOnlyList<T>> GetAll<T>(Uri uri) => GetAll<T>(uri, ApiOptions.None);

    public Task<IReadOnlyList<T>> GetAll<T>(Uri uri, ApiOptions options) => GetAll<T>(uri, null, options);

    public async Task<IReadOnlyList<T>> GetAll<T>(Uri uri, IDictionary<string, string> parameters, ApiOptions options)
    {
        Ensure.NotNull(uri);
        Ensure.NotNull(options);
        parameters = WithPaging(parameters, options);
        try
        {
            var all = new List<T>();
            var pages = 0;
            for (var next = uri; next is not null; )
            {
                var page = await Connection.Get<List<T>>(next, parameters).ConfigureAwait(false);
                all.AddRange(page.Body ?? []);
                var goesOn = options.PageCount is not { } limit || ++pages < limit;
                next = goesOn ? page.HttpResponse.ApiInfo.Links.GetValueOrDefault("next") : null;
            }
            return new ReadOnlyCollection<T>(all);
        }
        catch (NotFoundException ex)
        {
            throw new NotFoundException($"{uri} was not found.", ex.StatusCode);
        }
    }

    public async Task<T> Post<T>(Uri uri, object data, CancellationToken cancellationToken = default) =>
        (
            await Connection
                .Post<T>(Ensure.NotNull(uri), Ensure.NotNull(data), null, null, cancellationToken: cancellationToken)
                .ConfigureAwait(false)
        ).Body;

    public async Task<T> Patch<T>(Uri uri, object data) =>
        (await Connection.Patch<T>(Ensure.NotNull(uri), Ensure.NotNull(data)).ConfigureAwait(false)).Body;

    public Task Delete(Uri uri) => Connection.Delete(Ensure.NotNull(uri));

    private static Dictionary<string, string> WithPaging(IDictionary<string, string> parameters, ApiOptions options)
    {
        var all = parameters is null ? [] : new Dictionary<string, string>(parameters);
        if (options.PageSize is { } size)
            all["per_page"] = size.ToString(CultureInfo.InvariantCulture);
        if (options.StartPage is { } start)
            all["page"] = start.ToString(CultureInfo.InvariantCulture);
        return all;
    }
}
