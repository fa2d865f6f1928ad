using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Nuke.DockerSlim.Secrets;

/// <summary>The search for the secrets of one image's build: what is searched for, and what was found so far. Layers may be searched side by side.</summary>
internal sealed class SecretSearch
{
    // Raised when other forms are searched for: what was searched before has to be searched anew.
    private const byte Version = 1;
    private readonly NeedleIndex _index;
    private readonly ConcurrentDictionary<string, IReadOnlyList<SecretHit>> _layers = [];
    private readonly List<SecretHit> _documents = [];

    /// <summary>Takes up secrets.</summary>
    /// <param name="secrets">The secrets, by number.</param>
    public SecretSearch(IReadOnlyList<SecretValue> secrets)
    {
        Secrets = secrets;
        _index = new NeedleIndex(secrets.Index().SelectMany(x => x.Item.Needles(x.Index)));
        Mask = new SecretMask(_index);
    }

    private SecretSearch(SecretSearch other) => (Secrets, _index, Mask) = (other.Secrets, other._index, other.Mask);

    /// <summary>The same search, with nothing searched yet.</summary>
    public SecretSearch Anew() => new(this);

    /// <summary>The secrets, by number.</summary>
    public IReadOnlyList<SecretValue> Secrets { get; }

    /// <summary>Masks them.</summary>
    public SecretMask Mask { get; }

    /// <summary>What documents were found to hold.</summary>
    public IReadOnlyList<SecretHit> Documents => _documents;

    /// <summary>What could not be searched, each as a sentence without a full stop.</summary>
    public ConcurrentBag<string> Gaps { get; } = [];

    /// <summary>What sees a layer.</summary>
    public LayerSecretVisitor Visit() => new(_index, Mask);

    /// <summary>What sees the output of a build.</summary>
    public BuildLogFilter Watch() => new(_index);

    /// <summary>Takes what was found in a layer.</summary>
    /// <param name="diffId">The layer.</param>
    /// <param name="hits">What was found; nothing where that is known from an earlier run.</param>
    public void Take(string diffId, IReadOnlyList<SecretHit> hits) => _layers[diffId] = [.. hits.Select(x => x with { Layer = diffId })];

    /// <summary>What a layer was found to hold; null: it was not searched.</summary>
    /// <param name="diffId">The layer.</param>
    public IReadOnlyList<SecretHit>? InLayer(string diffId) => _layers.GetValueOrDefault(diffId);

    /// <summary>Searches a document of the image.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">What it is called in paths; empty for the config.</param>
    /// <param name="place">What it is.</param>
    public void Search(byte[] content, string name, SecretPlace place) =>
        _documents.AddRange(new DocumentSearch(_index, Mask).Search(content, name, place));

    /// <summary>A name for what is searched for, from which nobody who lacks the key can tell a guessed value right from wrong.</summary>
    /// <param name="key">The key.</param>
    public string Fingerprint(byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData([Version]);
        foreach (var secret in Secrets.OrderBy(x => x.Id, StringComparer.Ordinal))
        {
            hash.AppendData(BitConverter.GetBytes(secret.Value.Length));
            hash.AppendData(secret.Value);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
