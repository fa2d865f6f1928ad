namespace Nuke.DockerSlim.Commenting;

/// <summary>Finds out which details a comment has room for: the important ones first, in full if they fit, else shorter, else not at all.</summary>
internal sealed class CommentFit
{
    private readonly Dictionary<CommentPart, Markdown> _shown = [];
    private readonly List<CommentPart> _left = [];

    /// <summary>Chooses.</summary>
    /// <param name="parts">The details.</param>
    /// <param name="room">Characters that there are for them.</param>
    /// <param name="around">Characters that a detail takes beside its own.</param>
    public CommentFit(IEnumerable<CommentPart> parts, int room, int around)
    {
        foreach (var part in parts.OrderBy(x => x.Importance).ThenBy(x => x.Image))
        {
            // What is less important than something that is missing is missing too.
            var fitting =
                _left.Count > 0
                    ? Markdown.Empty
                    : CommentPart.Rows.Select(part.Render).FirstOrDefault(x => x.IsEmpty || x.Length + around <= room, Markdown.Empty);
            if (!fitting.IsEmpty)
                room -= fitting.Length + around;
            else if (!part.Render(1).IsEmpty)
                _left.Add(part);
            _shown[part] = fitting;
        }
    }

    /// <summary>What is shown of a detail; empty: nothing.</summary>
    /// <param name="part">The detail.</param>
    public Markdown this[CommentPart part] => _shown[part];

    /// <summary>The details that there was no room for, as <c>findings (3 images)</c>.</summary>
    public IEnumerable<string> Left => _left.GroupBy(x => x.Name).Select(x => x.Count() == 1 ? x.Key : $"{x.Key} ({x.Count()} images)");
}
