namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>Layers that readers are tried on, whole and mutated. What once broke a reader is added to the folder and stays.</summary>
internal static class LayerCorpus
{
    public static string Folder { get; } = Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "layer-corpus");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder).Select(x => Path.GetFileName(x)!).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>Changes a layer as faults and attackers do: bits, bytes, cuts, repeats, swaps, numbers in headers.</summary>
    public static byte[] Mutate(byte[] layer, Random random)
    {
        var bytes = layer.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 8; changes--)
        {
            var at = random.Next(bytes.Count);
            var count = Math.Min(random.Next(1, 600), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, count);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, count));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    for (var i = 0; i < count; i++)
                        bytes[at + i] = (byte)random.Next(256);
                    break;
                default:
                    ChangeHeader(bytes, random);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>A field of a header changes and its checksum holds: random bytes would hardly get past it.</summary>
    private static void ChangeHeader(List<byte> bytes, Random random)
    {
        var block = random.Next(bytes.Count / 512 + 1) * 512;
        if (block + 512 > bytes.Count)
            return;
        var at =
            block
            + (
                random.Next(2) == 0 ? random.Next(124, 136)
                : random.Next(2) == 0 ? 156
                : random.Next(512)
            );
        bytes[at] = "0123456789xgLKS\0\x80\xff"[random.Next(18)] is var x ? (byte)x : (byte)0;
        var sum = 8 * ' ' + Enumerable.Range(0, 512).Where(i => i is < 148 or >= 156).Sum(i => bytes[block + i]);
        var digits = Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ";
        for (var i = 0; i < 8; i++)
            bytes[block + 148 + i] = (byte)digits[i];
    }
}
