namespace Nuke.DockerSlim.Secrets;

/// <summary>A secret of a build with its value. The value must go nowhere: no text, report, log or file may have anything of it.</summary>
internal sealed class SecretValue
{
    // A file of this length is told apart by a part of it, and longer needles would make the search wait for whole pieces.
    private const int LongestWhole = 1024;

    private readonly byte[] _value;

    /// <summary>Takes up a secret.</summary>
    /// <param name="id">Its id, which is no secret.</param>
    /// <param name="content">Its value as the build gets it.</param>
    public SecretValue(string id, byte[] content)
    {
        Id = id;
        var text = content.AsSpan();
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        _value = text.Trim(" \t\r\n"u8).ToArray();
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Whether it is long enough to be searched for.</summary>
    public bool IsSearchable => _value.Length >= Needle.Shortest;

    /// <summary>The value without the blanks and line breaks around it.</summary>
    internal ReadOnlySpan<byte> Value => _value;

    /// <summary>What gives it away; nothing where it is too short.</summary>
    /// <param name="number">Its number.</param>
    public IEnumerable<Needle> Needles(int number)
    {
        if (!IsSearchable)
            return [];
        var parts = SecretParts.Of(_value);
        return NeedleForms
            .Of(number, Middle(_value))
            .Concat(
                parts.Where(x => !x.IsBody && x.Bytes.Length >= Needle.Shortest).SelectMany(x => NeedleForms.Of(number, Middle(x.Bytes)))
            )
            .Concat(parts.Where(x => x.IsBody).Select(x => new Needle(number, SecretEncoding.Raw, Middle(x.Bytes), Wraps: true)));
    }

    private static byte[] Middle(byte[] bytes) =>
        bytes.Length <= LongestWhole ? bytes : bytes[((bytes.Length - LongestWhole) / 2)..((bytes.Length + LongestWhole) / 2)];

    /// <summary>Its id alone.</summary>
    public override string ToString() => Id;
}
