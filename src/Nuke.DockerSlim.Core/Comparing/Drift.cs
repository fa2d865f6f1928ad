using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Comparing;

/// <summary>
/// Parts a change between whoever made it, the base image and chance. The layers of the base are told by their diff ids; of the own layers those are chance
/// whose files are the same to the last byte, and all of them where Dockerfile, context and build args are the same.
/// </summary>
internal sealed class Drift
{
    private readonly bool _sameInputs;
    private readonly bool _otherBases;
    private readonly Dictionary<int, Digest[]> _before;
    private readonly Dictionary<int, Digest[]> _after;

    private Drift(ImageReport before, ImageReport after)
    {
        BaseMoved = !BaseOf(before).SequenceEqual(BaseOf(after));
        SameInputs = before.Inputs is { } old && after.Inputs is { } now ? old.IsSameAs(now) : null;
        _sameInputs = SameInputs == true;
        // What is built on another image, or copied out of one, is another thing for no fault of the change.
        _otherBases = BaseMoved || (before.Inputs?.Bases is { } one && after.Inputs?.Bases is { } two && one != two);
        (_before, _after) = (Contents(before), Contents(after));
    }

    /// <summary>Whether the base image is another one.</summary>
    public bool BaseMoved { get; }

    /// <summary>Whether what the image is made of is the same; null when it is not known.</summary>
    public bool? SameInputs { get; }

    /// <summary>Looks at two reports.</summary>
    /// <param name="before">The baseline's.</param>
    /// <param name="after">This image's.</param>
    public static Drift Of(ImageReport before, ImageReport after) => new(before, after);

    /// <summary>Who a line's bytes are charged to.</summary>
    /// <param name="pair">The line before and after.</param>
    public ChangeCause CauseOf(LinePair pair)
    {
        if (InstructionWords.Keyword((pair.After ?? pair.Before!).Instruction) == "FROM")
            return ChangeCause.Base;
        if (_sameInputs)
            return _otherBases ? ChangeCause.Base : ChangeCause.Rebuild;
        if (pair is not { Before: { } before, After: { } after, IsUnchanged: true })
            return ChangeCause.Own;
        var isSameContent =
            _before.TryGetValue(before.Line, out var old) && _after.TryGetValue(after.Line, out var now) && old.SequenceEqual(now);
        return isSameContent ? ChangeCause.Rebuild : ChangeCause.Own;
    }

    /// <summary>The change of the unpacked size in parts; null when base and own layers cannot be told apart.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    /// <param name="pairs">The lines before and after.</param>
    public DriftFacts? Facts(ImageReport before, ImageReport after, IReadOnlyList<LinePair> pairs)
    {
        if (
            before.Sizes is not { BaseUnpacked: { } oldBase, OwnUnpacked: { } oldOwn }
            || after.Sizes is not { BaseUnpacked: { } newBase, OwnUnpacked: { } newOwn }
        )
            return null;
        var own = (newOwn - oldOwn).Bytes;
        var (ofBase, rebuild) = _sameInputs
            ? (_otherBases ? own : 0, _otherBases ? 0 : own)
            : (0, Sum(pairs.Where(x => CauseOf(x) == ChangeCause.Rebuild)));
        return new DriftFacts
        {
            Own = own - rebuild - ofBase,
            Base = (newBase - oldBase).Bytes + ofBase,
            Rebuild = rebuild,
            BaseMoved = BaseMoved,
            SameInputs = SameInputs,
        };
    }

    private static long Sum(IEnumerable<LinePair> pairs) => pairs.Sum(x => (x.After?.Layer?.Bytes ?? 0) - (x.Before?.Layer?.Bytes ?? 0));

    private static IEnumerable<Digest> BaseOf(ImageReport report) => report.Layers.Where(x => x.FromBase == true).Select(x => x.DiffId);

    // A layer that could not be looked into is like no other.
    private static Dictionary<int, Digest[]> Contents(ImageReport report) =>
        report
            .Layers.Where(x => x is { FromBase: false, Line: not null })
            .GroupBy(x => x.Line!.Value)
            .Where(x => x.All(y => y.ContentDigest is not null))
            .ToDictionary(x => x.Key, x => x.Select(y => y.ContentDigest!.Value).ToArray());
}
