using System.Collections.Concurrent;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Remembers what layers weigh, by the digest of the blob, and what is in them, by diff id, so that a layer is read once and not with every run.
/// Content-addressed, so nothing in it can become wrong; what cannot be read or is damaged is not known. Where the folder cannot be written, the next run has to
/// read the layers again. Any number of runs may use a folder at once.
/// </summary>
public sealed class LayerCache
{
    private const string Weights = "weights";
    private const string Contents = "contents";
    private const string Details = "details";
    private const string Images = "images";
    private const string Searched = "searched";

    private readonly CacheFolder? _folder;
    private readonly ConcurrentDictionary<string, LayerWeight> _weights = [];
    private readonly ConcurrentDictionary<string, LayerIndex> _contents = [];
    private readonly string? _fingerprint;

    private readonly ConcurrentDictionary<string, LayerDetails> _details = [];

    // Read to make sure that they are whole, and mostly asked for next.
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _whole = [];

    private LayerCache(CacheFolder? folder) => _folder = folder;

    private LayerCache(LayerCache other, SecretSearch search)
    {
        (_folder, _weights, _contents) = (other._folder, other._weights, other._contents);
        (_details, _whole) = (other._details, other._whole);
        (Search, SearchedWith) = (search, other.SearchedWith);
        _fingerprint = _folder is not null && SearchedWith() is { } key ? search.Fingerprint(key) : null;
    }

    /// <summary>The search that layers have to have been through to be known; null: none.</summary>
    internal SecretSearch? Search { get; }

    /// <summary>The key that searches are named with; null where none can be kept, and they are not remembered.</summary>
    internal Func<byte[]?> SearchedWith { get; init; } = SearchKey.OfThisUser;

    /// <summary>A cache that lasts as long as the process.</summary>
    public static LayerCache InMemory() => new(null);

    /// <summary>Opens the cache kept in a folder.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static LayerCache Open(string folder) => new(new CacheFolder(folder, CacheFolder.Most));

    /// <summary>
    /// The same cache for images that are searched for secrets: layers that were not searched for these are not known. A search that found nothing is
    /// remembered under a keyed hash; a layer that has a secret is not remembered on the disk at all, since names of its files may give it away.
    /// </summary>
    /// <param name="search">The search; null: none.</param>
    internal LayerCache Searching(SecretSearch? search) => search is null ? this : new LayerCache(this, search);

    /// <summary>What a blob is known to weigh; null when it is not known.</summary>
    /// <param name="blob">The blob's digest; anything else is not known.</param>
    public LayerWeight? Find(string blob) => FindWeight(blob) is { } known && IsSearched(known.DiffId) ? known : null;

    private LayerWeight? FindWeight(string blob)
    {
        if (_weights.TryGetValue(blob, out var known))
            return known;
        if (Key(blob) is not { } key || _folder?.Read(Weights, key) is not { } bytes || LayerWeight.Read(bytes) is not { } weight)
            return null;
        // A layer whose contents were dropped or are damaged has to be read again.
        return HasContents(weight.DiffId) ? _weights[blob] = weight : null;
    }

    /// <summary>What is known to be in a layer; null when it is not known.</summary>
    /// <param name="diffId">Digest of the uncompressed tar.</param>
    public LayerIndex? FindContents(string diffId)
    {
        if (_contents.TryGetValue(diffId, out var known))
            return known;
        try
        {
            return (_whole.TryRemove(diffId, out var whole) ? whole : ReadContents(diffId)) is { } bytes ? LayerIndex.Read(bytes) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What the contents of a layer's files are known to tell; null when it is not known.</summary>
    /// <param name="diffId">Digest of the uncompressed tar.</param>
    internal LayerDetails? FindDetails(string diffId) =>
        _details.TryGetValue(diffId, out var known) ? known
        : Key(diffId) is { } key && _folder?.Read(Details, key) is { } bytes && LayerDetails.Read(bytes) is { } details
            ? _details[diffId] = details
        : null;

    /// <summary>Remembers what a blob weighs, what is in it, and what its files tell.</summary>
    /// <param name="blob">The blob's digest.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="contents">Its entries.</param>
    /// <param name="details">What its files tell.</param>
    internal void Add(string blob, LayerWeight weight, LayerIndex contents, LayerDetails details)
    {
        _weights[blob] = weight;
        _details[weight.DiffId] = details;
        if (_folder is null || Search?.InLayer(weight.DiffId) is { Count: > 0 })
            _contents[weight.DiffId] = contents;
        else if (Key(blob) is { } key && Key(weight.DiffId) is { } contentsKey)
        {
            // The weight says that the layer need not be read again: it comes last.
            _folder.Write(Contents, contentsKey, contents.ToBytes());
            _folder.Write(Details, contentsKey, details.ToBytes());
            _folder.Write(Weights, key, weight.ToBytes());
            if (Search is not null)
                AddSearched(weight.DiffId);
            _folder.Trim();
        }
    }

    /// <summary>What an image of the engine is known to come to; null when it is not known.</summary>
    /// <param name="id">The image's id: a digest of its content.</param>
    /// <param name="platform">Its platform; null when none was named.</param>
    internal MeasuredImage? FindImage(string id, Platform? platform)
    {
        try
        {
            return
                Key(id, platform) is { } key
                && _folder?.Read(Images, key) is { } bytes
                && KnownImage.Read(bytes) is var image
                && image.Layers.All(x => HasContents(x.DiffId.Value) && IsSearched(x.DiffId.Value))
                ? image
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or InputException)
        {
            return null;
        }
    }

    /// <summary>Remembers what an image of the engine comes to.</summary>
    /// <param name="id">The image's id: a digest of its content.</param>
    /// <param name="platform">Its platform; null when none was named.</param>
    /// <param name="image">What it comes to.</param>
    internal void AddImage(string id, Platform? platform, MeasuredImage image)
    {
        if (Search is not { Documents.Count: > 0 } && Key(id, platform) is { } key)
            _folder?.Write(Images, key, KnownImage.ToBytes(image));
    }

    /// <summary>Whether something was searched for these secrets: in this run, or in an earlier one that found none in it.</summary>
    /// <param name="id">The diff id of a layer, or the id of an image whose documents it is about.</param>
    /// <param name="platform">The image's platform; null for a layer, and when none was named.</param>
    internal bool IsSearched(string id, Platform? platform = null)
    {
        var name = Key(id, platform);
        if (Search is null || Search.InLayer(id) is not null)
            return true;
        if (_fingerprint is null || name is null || _folder?.Read(Searched, $"{name}-{_fingerprint}") is null)
            return false;
        if (platform is null)
            Search.Take(id, []);
        return true;
    }

    /// <summary>Remembers that something was searched and had none of the secrets.</summary>
    /// <param name="id">As before.</param>
    /// <param name="platform">As before.</param>
    internal void AddSearched(string id, Platform? platform = null)
    {
        if (_fingerprint is not null && Key(id, platform) is { } name)
            _folder?.Write(Searched, $"{name}-{_fingerprint}", []);
    }

    private bool HasContents(string diffId)
    {
        if (FindDetails(diffId) is null)
            return false;
        if (_whole.ContainsKey(diffId) || _contents.ContainsKey(diffId))
            return true;
        if (ReadContents(diffId) is not { } bytes)
            return false;
        _whole[diffId] = bytes;
        return true;
    }

    private ReadOnlyMemory<byte>? ReadContents(string diffId) => Key(diffId) is { } key ? _folder?.Read(Contents, key) : null;

    private static string? Key(string id, Platform? platform) =>
        Key(id) is { } key
            ? platform is { } x
                ? $"{key}-{x.Value.Replace('/', '-')}"
                : key
            : null;

    // Names of blobs come out of archives that anybody may have written, and this one becomes a file's.
    private static string? Key(string digest) => Digest.TryParse(digest)?.Value.Replace(':', '-');
}
