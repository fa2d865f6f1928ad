using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The engine through its API.</summary>
public sealed class DockerEngine : IImageStore, IDisposable
{
    // The oldest engine whose save writes an OCI layout.
    private static readonly System.Version OldestEngine = new(25, 0);
    private readonly DockerClientConfiguration _configuration;
    private readonly Uri _uri;

    /// <summary>Prepares a client; nothing is asked yet.</summary>
    /// <param name="address">Where the engine listens.</param>
    /// <exception cref="InputException">The address is of a kind that its API cannot be reached by.</exception>
    public DockerEngine(EngineAddress address)
    {
        Address = address;
        if (
            !Uri.TryCreate(address.Host, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("unix" or "tcp" or "http" or "https" or "npipe")
        )
            throw new InputException(
                $"The engine's address {address.Host} (from {address.Source}) cannot be used: its API is read over unix, tcp or npipe. For an engine behind ssh, forward its socket: ssh -NL /tmp/docker.sock:/var/run/docker.sock HOST, and set DOCKER_HOST=unix:///tmp/docker.sock."
            );
        _uri = uri;
        _configuration = new DockerClientConfiguration(uri, null, TimeSpan.FromSeconds(100));
        Client = _configuration.CreateClient();
    }

    /// <summary>Where the engine listens.</summary>
    public EngineAddress Address { get; }

    /// <summary>The engine's own id, by which it is the same whatever its address; null until it was asked to describe itself.</summary>
    internal string? Id { get; private set; }

    /// <summary>Where it is written down what this run takes away again; null: nowhere.</summary>
    internal RunLedger? Ledger { get; init; }

    internal Uri Uri => _uri;

    internal DockerClient Client { get; }

    /// <inheritdoc />
    public async Task<EngineFacts> DescribeAsync(CancellationToken cancellationToken)
    {
        var version = await AskAsync(x => x.System.GetVersionAsync(cancellationToken)).ConfigureAwait(false);
        var info = await AskAsync(x => x.System.GetSystemInfoAsync(cancellationToken)).ConfigureAwait(false);
        Id = info.ID;
        var isContainerd =
            info.DriverStatus?.Any(x => x.Any(y => y.Contains("io.containerd.snapshotter", StringComparison.Ordinal))) ?? false;
        if (
            System.Version.TryParse(
                string.Concat(version.Version.TakeWhile(x => char.IsAsciiDigit(x) || x == '.')).Trim('.'),
                out var number
            )
            && number < OldestEngine
        )
            throw new EngineException(
                $"The engine at {Address.Host} is version {version.Version}; {OldestEngine} or newer is needed, whose image export is an OCI layout. Update Docker."
            );
        return new EngineFacts(version.Version, isContainerd ? EngineFacts.Containerd : info.Driver, Address.Host);
    }

    /// <inheritdoc />
    public Task<Stream> SaveAsync(string reference, CancellationToken cancellationToken) =>
        AskAsync(
            async x =>
            {
                try
                {
                    return (Stream)
                        new AnswerStream(await x.Images.SaveImageAsync(reference, cancellationToken).ConfigureAwait(false), Unreachable);
                }
                // The words of the classic store for an image FROM scratch to which nothing was added.
                catch (DockerApiException e) when (e.ResponseBody?.Contains("empty export", StringComparison.Ordinal) ?? false)
                {
                    throw new InputException(
                        $"The image {reference} has no layers, and the engine's classic store cannot export such an image to be measured; copy at least one file into its stage, or use an engine with the containerd store."
                    );
                }
            },
            $"The engine has no image {reference}; build it with ./build.sh BuildImage."
        );

    /// <inheritdoc />
    public async Task RemoveAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            // By its id the engine would take away the last name, too, and that one is the user's.
            if (
                reference.StartsWith("sha256:", StringComparison.Ordinal)
                && (await Client.Images.InspectImageAsync(reference, cancellationToken).ConfigureAwait(false)).RepoTags is { Count: > 0 }
            )
                return;
            await Client.Images.DeleteImageAsync(reference, new ImageDeleteParameters(), cancellationToken).ConfigureAwait(false);
        }
        catch (DockerImageNotFoundException)
        {
            // Nothing to take away is what was wanted.
        }
        catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            // A container of the user's runs from it: it stays as long as they need it.
        }
        catch (DockerApiException e)
        {
            throw Refused(e);
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            // The engine is gone and has been reported as gone; its leftovers cannot be reached. A later run takes them away.
            Ledger?.Keep();
        }
    }

    /// <inheritdoc />
    public async Task<string?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return (await Client.Images.InspectImageAsync(reference, cancellationToken).ConfigureAwait(false)).ID;
        }
        catch (DockerImageNotFoundException)
        {
            return null;
        }
        catch (DockerApiException e)
        {
            throw Refused(e);
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            throw Unreachable(e);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<EngineManifest>> ListManifestsAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await EngineManifests.ListAsync(_uri, reference, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            throw Unreachable(e);
        }
    }

    /// <summary>Told before an image gets a name that only this run needs: should it be killed, a later one takes the name away.</summary>
    /// <param name="image">The name.</param>
    internal void NoteImage(string image) => Ledger?.Note(Id ?? Address.Host, image);

    /// <summary>The same of containers, all of which have the label that is given back; null where nothing is written down.</summary>
    internal string? NoteContainers()
    {
        Ledger?.Note(Id ?? Address.Host, image: null);
        return Ledger?.Run;
    }

    /// <summary>Gives an image a name, taking the name from another if need be.</summary>
    internal Task TagAsync(string image, string repository, string tag, CancellationToken cancellationToken) =>
        AskAsync(
            async x =>
            {
                await x
                    .Images.TagImageAsync(image, new ImageTagParameters { RepositoryName = repository, Tag = tag }, cancellationToken)
                    .ConfigureAwait(false);
                return true;
            },
            $"The engine has no image {image}; build it with ./build.sh BuildImage."
        );

    internal async Task<T> AskAsync<T>(Func<DockerClient, Task<T>> question, string? whenMissing = null)
    {
        try
        {
            return await question(Client).ConfigureAwait(false);
        }
        catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.NotFound && whenMissing is not null)
        {
            throw new EngineException(whenMissing, e);
        }
        catch (DockerApiException e)
        {
            throw Refused(e);
        }
        catch (Exception e) when (IsUnreachable(e) || IsNotJson(e) && EndsEarly(e))
        {
            throw Unreachable(e);
        }
        catch (Exception e) when (IsNotJson(e))
        {
            throw new EngineException(
                $"What answers at {Address.Host} (from {Address.Source}) is no Docker engine ({e.Message}); set DOCKER_HOST to one.",
                e
            );
        }
    }

    internal EngineException Unreachable(Exception cause) =>
        new(
            $"No Docker engine answers at {Address.Host} (from {Address.Source}). Looked for DOCKER_HOST, then the current docker context, then the default socket: start Docker, or set DOCKER_HOST to an engine that runs.",
            cause
        );

    private EngineException Refused(DockerApiException e) =>
        new($"The engine at {Address.Host} answered {(int)e.StatusCode}: {e.ResponseBody?.Trim()}", e);

    // The engine closing the connection in the middle of an answer is an IOException.
    internal static bool IsUnreachable(Exception e) =>
        e is HttpRequestException or IOException or System.Net.Sockets.SocketException or TimeoutException;

    // An answer whose connection was cut reaches the client's JSON reader as half a text; both readers say so in words alone.
    private static bool EndsEarly(Exception e) =>
        e.Message.Contains("Unexpected end", StringComparison.Ordinal)
        || e.Message.Contains("Unterminated string", StringComparison.Ordinal)
        || e.Message.Contains("reached end of data", StringComparison.Ordinal)
        || e.Message.Contains("depth to be zero at the end", StringComparison.Ordinal);

    // By name: Docker.DotNet lets its own JSON library's exceptions through, which is not a dependency of ours.
    private static bool IsNotJson(Exception e) => e.GetType().Namespace is "Newtonsoft.Json" or "System.Text.Json";

    /// <inheritdoc />
    public void Dispose()
    {
        Client.Dispose();
        _configuration.Dispose();
    }
}
