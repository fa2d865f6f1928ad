using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Whether two indexes stand for the same: the same images, by the digests of their manifests, the same annotations, and statements of the same kinds about each.
/// Statements have the time of a build in them, so that each build's index has a digest of its own where all its images are the same.
/// </summary>
/// <param name="read">Reads a document of the repository by its digest; null where it is not there.</param>
internal sealed class ContentLikeness(Func<Digest, Task<byte[]?>> read)
{
    /// <summary>Whether they do; never where one of them is no index.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public async Task<bool> IsSameAsync(Digest first, Digest second) =>
        await FactsAsync(first).ConfigureAwait(false) is { } facts
        && await FactsAsync(second).ConfigureAwait(false) is { } others
        && facts.SequenceEqual(others);

    private async Task<IReadOnlyList<string>?> FactsAsync(Digest digest)
    {
        if (await read(digest).ConfigureAwait(false) is not { } content)
            return null;
        try
        {
            if (ManifestReader.Read(content) is not ImageDocument.Index)
                return null;
            var facts = new List<string>();
            foreach (var entry in ImageIndex.Entries(content))
            {
                var named = (string?)entry["digest"] ?? "";
                if (AttestationManifest.SubjectOf(entry) is not { } image)
                    facts.Add($"image {named}");
                else if (Digest.TryParse(named) is not { } manifest || await read(manifest).ConfigureAwait(false) is not { } stated)
                    return null;
                else
                    facts.AddRange(AttestationManifest.Kinds(stated).Select(x => $"statement {image} {x}"));
            }
            if (JsonNode.Parse(content)!["annotations"] is JsonObject annotations)
                facts.AddRange(annotations.Select(x => $"annotation {x.Key}={x.Value}"));
            facts.Sort(StringComparer.Ordinal);
            return facts;
        }
        catch (Exception e) when (e is UnusableImageException or JsonException or InvalidOperationException)
        {
            // What cannot be read is the same as nothing.
            return null;
        }
    }
}
