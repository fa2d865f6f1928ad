using System.Text;

namespace Nuke.DockerSlim.Tests.PullRequests;

/// <summary>Payloads of events with fields of another kind, hostile texts, fields missing, and ends cut off; the same for the same seed.</summary>
internal static class RandomPayloads
{
    private static readonly string[] Hostile =
    [
        "\"\\ud800\"",
        "\"\\u0000\\u001b[2J\"",
        "\"a\\n::set-output name=x::y\"",
        "\"../../..\"",
        "\"refs/pull/1/merge/../../2\"",
        "\"<!-- nuke-dockerslim:shop -->\"",
        "99999999999999999999",
        "-1",
        "1e400",
        "null",
        "true",
        "[]",
        "{}",
        "[[[[[[[[{\"number\":1}]]]]]]]]",
    ];

    public static IEnumerable<(string Name, byte[] Payload)> Make(int count, int seed)
    {
        var random = new Random(seed);
        var files = EventFiles.Names.ToArray();
        for (var i = 0; i < count; i++)
        {
            var file = files[random.Next(files.Length)];
            var text = Encoding.UTF8.GetString(EventFiles.Bytes(file));
            for (var change = random.Next(1, 6); change > 0; change--)
                text = Changed(text, random);
            var bytes = Encoding.UTF8.GetBytes(text);
            if (random.Next(5) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            if (random.Next(5) == 0)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            yield return (file.Split('.')[0], bytes);
        }
    }

    // Replaces the value of one field in place, whatever it was; the text need not be JSON any more afterwards.
    private static string Changed(string text, Random random)
    {
        var colons = Enumerable.Range(0, text.Length).Where(x => text[x] == ':' && x > 0 && text[x - 1] == '"').ToArray();
        if (colons.Length == 0)
            return text;
        var start = colons[random.Next(colons.Length)] + 1;
        var end = text.IndexOf('\n', start);
        if (end < 0)
            return text;
        var value = text[start..end].Trim();
        var comma = value.EndsWith(',') ? "," : "";
        // What opens an object or a list keeps the text readable only together with its end.
        if (value is "{" or "[" && random.Next(3) > 0)
            return text;
        return string.Concat(text.AsSpan(0, start), Hostile[random.Next(Hostile.Length)], comma, text.AsSpan(end));
    }
}
