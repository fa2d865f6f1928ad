using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Remembers what layers weigh, by the digest of the blob, so that a base image is read and compressed once and not with every run.
/// Content-addressed, so nothing in it can become wrong; a file that cannot be read is an empty cache.
/// </summary>
public sealed partial class LayerCache
{
    private readonly string? _file;
    private readonly ConcurrentDictionary<string, Entry> _entries;
    private bool _changed;

    private LayerCache(string? file, IDictionary<string, Entry> entries)
    {
        _file = file;
        _entries = new ConcurrentDictionary<string, Entry>(entries);
    }

    /// <summary>A cache that lasts as long as the process.</summary>
    public static LayerCache InMemory() => new(null, new Dictionary<string, Entry>());

    /// <summary>Opens the cache kept in a file.</summary>
    /// <param name="file">The file; it need not exist.</param>
    public static LayerCache Open(string file)
    {
        try
        {
            var stored = JsonSerializer.Deserialize(File.ReadAllBytes(file), Json.Default.Stored);
            var layers = stored is { Version: Stored.CurrentVersion, Layers: { } known } ? known : [];
            return new LayerCache(file, layers.Where(x => IsWhole(x.Value)).ToDictionary());
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return new LayerCache(file, new Dictionary<string, Entry>());
        }
    }

    /// <summary>What a blob is known to weigh; null when it is not known.</summary>
    /// <param name="blob">The blob's digest.</param>
    public Entry? Find(string blob) => _entries.GetValueOrDefault(blob);

    /// <summary>Remembers what a blob weighs.</summary>
    /// <param name="blob">The blob's digest.</param>
    /// <param name="entry">Its weight.</param>
    public void Add(string blob, Entry entry)
    {
        _entries[blob] = entry;
        _changed = true;
    }

    /// <summary>Writes the file if anything was added; where it cannot be written, the next run has to weigh again. Two runs at once: the later wins, and nothing is lost but time.</summary>
    public void Save()
    {
        if (_file is null || !_changed)
            return;
        // A process id would not do: containers that share the folder may each have the same one.
        var temporary = $"{_file}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(new Stored { Layers = new(_entries) }, Json.Default.Stored));
            File.Move(temporary, _file, overwrite: true);
            _changed = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run weighs the layers again; no reason to fail this one.
            RemoveUnfinished(temporary);
        }
    }

    private static void RemoveUnfinished(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What kept it from being written keeps it from being deleted.
        }
    }

    private static bool IsWhole(Entry? entry) =>
        entry is { UnpackedBytes: >= 0, DownloadBytes: >= 0 } && Values.Digest.TryParse(entry.DiffId) is not null;

    /// <summary>The weight of a blob.</summary>
    /// <param name="DiffId">Digest of the uncompressed tar.</param>
    /// <param name="UnpackedBytes">Bytes of the uncompressed tar.</param>
    /// <param name="DownloadBytes">Bytes compressed: the blob's own where it is compressed, else what compressing it came to.</param>
    /// <param name="IsCompressed">Whether the blob itself is compressed.</param>
    public sealed record Entry(string DiffId, long UnpackedBytes, long DownloadBytes, bool IsCompressed)
    {
        /// <summary>The entry as the measurement of a layer.</summary>
        /// <param name="blob">The blob's digest.</param>
        internal Measuring.MeasuredLayer ToLayer(string blob) =>
            new(new Digest(DiffId), IsCompressed ? new Digest(blob) : null, new ByteSize(UnpackedBytes), new ByteSize(DownloadBytes));
    }

    internal sealed record Stored
    {
        /// <summary>Raised when the way of computing changes.</summary>
        public const int CurrentVersion = 2;

        public int Version { get; init; } = CurrentVersion;

        public Dictionary<string, Entry> Layers { get; init; } = [];
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Stored))]
    private sealed partial class Json : JsonSerializerContext;
}
