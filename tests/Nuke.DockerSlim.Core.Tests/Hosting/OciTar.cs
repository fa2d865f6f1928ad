using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>Writes tars as <c>docker save</c> does: an OCI layout made of what a test puts in.</summary>
internal sealed class OciTar
{
    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly List<JsonObject> _index = [];

    /// <summary>Left out of the tar although something names it.</summary>
    public HashSet<string> Lost { get; } = [];

    /// <summary>Adds an image to the top index.</summary>
    public string Image(string platform, params byte[][] layers)
    {
        var manifest = Manifest(platform, layers);
        _index.Add(Descriptor(manifest));
        return manifest;
    }

    /// <summary>Adds an index of its own, as the containerd store has it, with images and an attestation for each.</summary>
    public void NestedIndex(params string[] manifests) =>
        _index.Add(
            Descriptor(
                Json(
                    new JsonObject
                    {
                        ["manifests"] = new JsonArray([.. manifests.SelectMany(x => (JsonNode[])[Descriptor(x), Attestation()])]),
                    }
                )
            )
        );

    /// <summary>The blobs of an image, named by nothing yet.</summary>
    public string Manifest(string platform, params byte[][] layers) =>
        Json(
            new JsonObject
            {
                ["schemaVersion"] = 2,
                ["config"] = Sized(Config(platform)),
                ["layers"] = new JsonArray([.. layers.Select(x => (JsonNode)Sized(Blob(x)))]),
            }
        );

    private JsonObject Sized(string digest) => new() { ["digest"] = digest, ["size"] = _blobs[digest].Length };

    public string Blob(byte[] content)
    {
        var digest = DigestOf(content);
        _blobs[digest] = content;
        return digest;
    }

    /// <summary>Replaces a blob's content, as a fault of the disk does; the name stays.</summary>
    public void Damage(string digest, byte[] content) => _blobs[digest] = content;

    public string Json(JsonNode content) => Blob(JsonSerializer.SerializeToUtf8Bytes(content));

    /// <summary>Adds anything to the top index.</summary>
    public void Index(JsonObject descriptor) => _index.Add(descriptor);

    public static JsonObject Descriptor(string digest) => new() { ["digest"] = digest };

    /// <summary>Empties the top index; blobs stay.</summary>
    public void Clear() => _index.Clear();

    /// <summary>What the top index names last.</summary>
    public string LastIndexed => (string)_index[^1]["digest"]!;

    /// <summary>The layout as a folder.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));
        foreach (var (digest, content) in _blobs.Where(x => !Lost.Contains(x.Key)))
            File.WriteAllBytes(Path.Combine(folder, "blobs", digest.Replace(':', '/')), content);
        File.WriteAllText(
            Path.Combine(folder, "index.json"),
            new JsonObject { ["manifests"] = new JsonArray([.. _index.Select(x => x.DeepClone())]) }.ToJsonString()
        );
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
    }

    /// <summary>A blob's content; null where there is none.</summary>
    public byte[]? Find(string digest) => Lost.Contains(digest) ? null : _blobs.GetValueOrDefault(digest);

    public MemoryStream ToStream()
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "blobs/sha256"));
            foreach (var (digest, content) in _blobs.Where(x => !Lost.Contains(x.Key)))
                Write(writer, "blobs/" + digest.Replace(':', '/'), content);
            Write(
                writer,
                "index.json",
                Encoding.UTF8.GetBytes(
                    new JsonObject { ["manifests"] = new JsonArray([.. _index.Select(x => x.DeepClone())]) }.ToJsonString()
                )
            );
            Write(writer, "manifest.json", "[]"u8.ToArray());
            Write(writer, "oci-layout", "{}"u8.ToArray());
        }
        stream.Position = 0;
        return stream;
    }

    public static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The tar of a layer with one file.</summary>
    public static byte[] Layer(string file, int bytes)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            Write(writer, file, new byte[bytes], ustar: true);
        return stream.ToArray();
    }

    public static byte[] GZip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return stream.ToArray();
    }

    private string Config(string platform)
    {
        var parts = platform.Split('/');
        var config = new JsonObject { ["os"] = parts[0], ["architecture"] = parts[1] };
        if (parts.Length > 2)
            config["variant"] = parts[2];
        return Json(config);
    }

    private JsonObject Attestation()
    {
        var attestation = Descriptor(
            Json(new JsonObject { ["config"] = Descriptor(Config("unknown/unknown")), ["layers"] = new JsonArray() })
        );
        attestation["annotations"] = new JsonObject { ["vnd.docker.reference.type"] = "attestation-manifest" };
        return attestation;
    }

    private static void Write(TarWriter writer, string name, byte[] content, bool ustar = false)
    {
        TarEntry entry = ustar ? new UstarTarEntry(TarEntryType.RegularFile, name) : new PaxTarEntry(TarEntryType.RegularFile, name);
        entry.DataStream = new MemoryStream(content);
        entry.ModificationTime = DateTimeOffset.UnixEpoch;
        writer.WriteEntry(entry);
    }
}
