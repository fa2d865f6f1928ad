namespace Nuke.DockerSlim.Commenting;

/// <summary>What a comment is rendered with besides the reports.</summary>
public sealed record CommentOptions
{
    /// <summary>The limit if none is set: GitHub refuses comments of more than 65,536 characters, and other hosts add to them.</summary>
    public const int DefaultCharacterLimit = 60_000;

    /// <summary>The least limit; a smaller one counts as this.</summary>
    public const int LeastCharacterLimit = 4_000;

    /// <summary>The marker; null: that of the set that the reports' images make.</summary>
    public CommentMarker? Marker { get; init; }

    /// <summary>Most characters (UTF-16 code units) of the comment. Details are left out in order of importance, and a note says which.</summary>
    public int CharacterLimit { get; init; } = DefaultCharacterLimit;

    /// <summary>
    /// The address that the path of a file of the repository is put behind, to link to its lines: <c>https://github.com/acme/shop/blob/SHA</c>. Null: no links.
    /// It comes from the pipeline, never from a report.
    /// </summary>
    public Uri? SourceAddress { get; init; }

    /// <summary>The address of the pipeline's run; null: no link.</summary>
    public Uri? RunAddress { get; init; }

    /// <summary>The download sizes of earlier builds by image name, the oldest first; an image that has fewer than two gets no chart.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SizeHistoryPoint>> History { get; init; } =
        new Dictionary<string, IReadOnlyList<SizeHistoryPoint>>();
}
