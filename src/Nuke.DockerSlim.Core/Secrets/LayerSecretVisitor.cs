using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Secrets;

/// <summary>Searches a layer for secrets while it streams by: contents of files, names, and what links lead to.</summary>
/// <param name="index">What gives them away.</param>
/// <param name="mask">Masks them in paths.</param>
internal sealed class LayerSecretVisitor(NeedleIndex index, SecretMask mask) : ILayerVisitor
{
    // More places tell nothing new.
    private const int MostHits = 200;
    private readonly NeedleStream _content = new(index);
    private readonly List<NeedleMatch> _found = [];
    private readonly HashSet<(int, SecretEncoding, SecretPlace)> _inEntry = [];
    private readonly List<SecretHit> _hits = [];
    private byte[] _path = new byte[256];
    private int _pathLength;
    private long _left;

    /// <summary>What was met.</summary>
    public IReadOnlyList<SecretHit> Hits => _hits;

    /// <inheritdoc />
    public bool Begin(in TarEntry entry)
    {
        if (entry.Path.Length > _path.Length)
            _path = new byte[entry.Path.Length * 2];
        entry.Path.CopyTo(_path);
        _pathLength = entry.Path.Length;
        _inEntry.Clear();
        _content.Reset();
        // What a sparse file has in the tar is not told exactly.
        _left = entry.ExpandedBytes is null ? entry.Bytes : long.MaxValue;
        Name(entry.Path, SecretPlace.FileName);
        Name(entry.Link, SecretPlace.Link);
        return true;
    }

    /// <inheritdoc />
    public void Content(ReadOnlySpan<byte> bytes)
    {
        _left -= bytes.Length;
        _content.Append(bytes, _left <= 0, _found);
        if (_found.Count > 0)
            Take(SecretPlace.File);
    }

    /// <inheritdoc />
    public void End() => _content.Reset();

    private void Name(ReadOnlySpan<byte> name, SecretPlace place)
    {
        index.Find(name, _found);
        if (_found.Count > 0)
            Take(place);
    }

    private void Take(SecretPlace place)
    {
        foreach (var match in _found)
        {
            var needle = index.Needles[match.Needle];
            if (_hits.Count < MostHits && _inEntry.Add((needle.Secret, needle.Encoding, place)))
                _hits.Add(
                    new SecretHit(
                        needle.Secret,
                        needle.Encoding,
                        place,
                        mask.Apply(ShownPath.Of(PathText.From(_path.AsSpan(0, _pathLength))))
                    )
                );
        }
        _found.Clear();
    }
}
