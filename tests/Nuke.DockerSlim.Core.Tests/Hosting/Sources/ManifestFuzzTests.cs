using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>
/// Indexes, manifests and configs of real images, mutated with a fixed seed. Whatever comes out is read or refused by our own exceptions, never
/// anything else. The corpus is the folder tests/fixtures/manifests: an input that once broke a reader is kept there as one more file.
/// </summary>
public sealed class ManifestFuzzTests : SourceTest
{
    private const int Seed = 20_261_121;
    private const int Rounds = 400;

    /// <summary>No file: a manifest of layers that are there, so that what is left of it can be weighed.</summary>
    private const string Generated = "(generated)";

    public static TheoryData<string> Corpus =>
        [Generated, .. Directory.EnumerateFiles(Folder).Select(x => Path.GetFileName(x)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "manifests");

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Any_document_is_read_or_refused(string name)
    {
        foreach (var document in Mutations(name))
        {
            OnlyOurs(document, () => ManifestReader.Read(document));
            OnlyOurs(document, () => ManifestParts.Read(document));
            OnlyOurs(document, () => ImageConfig.Read(document));
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Any_document_in_a_layout_ends_in_a_figure_or_a_sentence(string name)
    {
        foreach (var document in Mutations(name).Take(40))
        {
            Tar.Clear();
            Tar.Index(OciTar.Descriptor(Tar.Blob(document)));
            Tar.WriteTo(At("layout"));
            try
            {
                // Whatever is left of it leads to layers that are there, and weighs them right.
                var image = await MeasureAsync("oci:" + At("layout"));
                (string, long)[] there = [(OciTar.DigestOf(Base), Base.Length), (OciTar.DigestOf(App), App.Length)];
                Assert.Empty(image.Layers.Select(x => (x.DiffId.Value, x.Unpacked.Bytes)).Except(there));
            }
            catch (DockerSlimException e)
            {
                Assert.DoesNotContain("Exception", e.Message);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{e}\nfrom {Shown(document)}");
            }
        }
    }

    private static void OnlyOurs(byte[] document, Func<object> read)
    {
        try
        {
            Assert.NotNull(read());
        }
        catch (UnusableImageException e)
        {
            Assert.NotEmpty(e.Message);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{e}\nfrom {Shown(document)}");
        }
    }

    private IEnumerable<byte[]> Mutations(string name)
    {
        var original =
            name == Generated ? Tar.Find(Tar.Manifest("linux/amd64", Base, App))! : File.ReadAllBytes(Path.Combine(Folder, name));
        yield return original;
        var random = new Random(Seed);
        for (var i = 0; i < Rounds; i++)
            yield return i % 2 == 0 ? Bytes(original, random) : Values(original, random);
    }

    /// <summary>Some bytes changed, taken away or doubled.</summary>
    private static byte[] Bytes(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>A value replaced by one of another kind; the JSON stays valid.</summary>
    private static byte[] Values(byte[] original, Random random)
    {
        JsonNode? root;
        JsonNode[] places;
        try
        {
            root = JsonNode.Parse(original);
            places = [.. Places(root)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or no UTF-8.
            return Bytes(original, random);
        }
        if (places.Length == 0)
            return Bytes(original, random);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var place = places[random.Next(places.Length)];
            JsonNode? value = random.Next(9) switch
            {
                0 => null,
                1 => -1,
                2 => long.MaxValue,
                3 => 1.5,
                4 => "",
                5 => "sha256:" + new string('0', random.Next(63, 66)),
                6 => new JsonArray(),
                7 => new JsonObject(),
                _ => true,
            };
            if (place.Parent is JsonObject o && o.ContainsKey(place.GetPropertyName()))
                o[place.GetPropertyName()] = value;
            else if (place.Parent is JsonArray a && a.Contains(place))
                a[place.GetElementIndex()] = value;
        }
        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static IEnumerable<JsonNode> Places(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.Select(x => x.Value).OfType<JsonNode>().SelectMany(x => Places(x).Prepend(x)),
            JsonArray a => a.OfType<JsonNode>().SelectMany(x => Places(x).Prepend(x)),
            _ => [],
        };

    private static string Shown(byte[] document) => $"{Encoding.Latin1.GetString(document)}\n(base64 {Convert.ToBase64String(document)})";
}
