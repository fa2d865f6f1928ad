using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Writes tars as engines before 25 saved images: a manifest.json, configs, and a folder for each layer.</summary>
internal sealed class DockerTar
{
    private readonly MemoryStream _stream = new();
    private readonly TarWriter _writer;
    private readonly JsonArray _images = [];

    public DockerTar() => _writer = new TarWriter(_stream, TarEntryFormat.Ustar, leaveOpen: true);

    /// <summary>Adds an image; a layer is a file, or a link to one.</summary>
    public DockerTar Image(string tag, IReadOnlyList<string> diffIds, params string[] layers)
    {
        var config = $"{OciTar.DigestOf(Encoding.UTF8.GetBytes(tag))[7..]}.json";
        File(
            config,
            Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["os"] = "linux",
                    ["architecture"] = "amd64",
                    ["rootfs"] = new JsonObject { ["diff_ids"] = new JsonArray([.. diffIds.Select(x => (JsonNode)x)]) },
                    ["comment"] = tag,
                }.ToJsonString()
            )
        );
        _images.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Config"] = config,
                    ["RepoTags"] = new JsonArray(tag),
                    ["Layers"] = new JsonArray([.. layers.Select(x => (JsonNode)x)]),
                }
        );
        return this;
    }

    public DockerTar File(string name, byte[] content)
    {
        _writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return this;
    }

    public DockerTar Link(string name, string target)
    {
        _writer.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target });
        return this;
    }

    public MemoryStream ToStream()
    {
        File("manifest.json", Encoding.UTF8.GetBytes(_images.ToJsonString()));
        _writer.Dispose();
        _stream.Position = 0;
        return _stream;
    }
}
