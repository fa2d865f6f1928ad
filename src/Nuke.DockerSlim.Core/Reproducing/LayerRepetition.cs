using System.Globalization;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>Holds the entries of a layer against those of the same layer of another build.</summary>
internal static class LayerRepetition
{
    private const int Most = 50;

    /// <summary>Reads the content of an entry; null where it is too large.</summary>
    /// <param name="member">The entry.</param>
    public delegate byte[]? ReadContent(TarMember member);

    /// <summary>What differs, and why; the layer's place is the caller's to tell.</summary>
    /// <param name="layer">The layer so far.</param>
    /// <param name="first">Its entries in the first build, in the order of the tar.</param>
    /// <param name="second">Its entries in the second.</param>
    /// <param name="read">Reads content of the first build.</param>
    /// <param name="readSecond">Reads content of the second.</param>
    public static RepeatedLayer Of(
        RepeatedLayer layer,
        IReadOnlyList<TarMember> first,
        IReadOnlyList<TarMember> second,
        ReadContent read,
        ReadContent readSecond
    )
    {
        RepeatedFile[] files =
        [
            .. MemberPairs
                .Of(first, second)
                .Select(x => Compare(x.First, x.Second, read, readSecond))
                .OfType<RepeatedFile>()
                .OrderBy(x => x.Differences[0] == RepeatedDifference.Time)
                .ThenBy(x => x.Path, StringComparer.Ordinal),
        ];
        var times = files.Count(x => x.Differences is [RepeatedDifference.Time]);
        var order = IsReordered(first, second);
        return layer with
        {
            // A tar may differ in more than its entries tell: padding, headers that nothing is made of.
            OnlyTimes = times == files.Length && !order && files.Length > 0,
            Causes =
            [
                .. files
                    .Where(x => x.Differences is not [RepeatedDifference.Time])
                    .Select(x => x.Cause)
                    .Concat(order ? [RepeatedCause.Order] : [])
                    .Concat(files.Any(x => x.Differences.Contains(RepeatedDifference.Time)) ? [RepeatedCause.FileTimes] : [])
                    .Distinct(),
            ],
            DifferentEntries = files.Length,
            TimeEntries = times,
            OrderDiffers = order,
            Files = [.. files.Take(Most)],
            Gap = files.Length == 0 && !order ? "Its tars differ in bytes that no entry is made of." : layer.Gap,
        };
    }

    private static RepeatedFile? Compare(TarMember? first, TarMember? second, ReadContent read, ReadContent readSecond)
    {
        if (first is null || second is null)
            return new RepeatedFile
            {
                Path = Shown(first ?? second!),
                Differences = [first is null ? RepeatedDifference.OnlySecond : RepeatedDifference.OnlyFirst],
                Cause = RepeatedCause.Unknown,
                Detail = $"only the {(first is null ? "second" : "first")} build has it",
            };
        RepeatedDifference[] differences = [.. Differences(first, second)];
        if (differences.Length == 0)
            return null;
        var (cause, detail) = Cause(first, second, differences, read, readSecond);
        return new RepeatedFile
        {
            Path = Shown(first),
            Differences = differences,
            Cause = cause,
            Detail = detail,
        };
    }

    private static IEnumerable<RepeatedDifference> Differences(TarMember first, TarMember second)
    {
        // What lies in a folder of a random name is told with the folder.
        if (MemberPairs.NameOf(first.Path) != MemberPairs.NameOf(second.Path))
            yield return RepeatedDifference.Name;
        if (first.Kind != second.Kind)
            yield return RepeatedDifference.Kind;
        else if ((first.Bytes, first.Fingerprint) != (second.Bytes, second.Fingerprint))
            yield return RepeatedDifference.Content;
        if (first.Link != second.Link)
            yield return RepeatedDifference.Link;
        if (first.Mode != second.Mode)
            yield return RepeatedDifference.Mode;
        if ((first.UserId, first.GroupId) != (second.UserId, second.GroupId))
            yield return RepeatedDifference.Owner;
        if (first.Attributes != second.Attributes)
            yield return RepeatedDifference.Attributes;
        if (first.ModifiedAt != second.ModifiedAt)
            yield return RepeatedDifference.Time;
    }

    private static (RepeatedCause, string?) Cause(
        TarMember first,
        TarMember second,
        RepeatedDifference[] differences,
        ReadContent read,
        ReadContent readSecond
    ) =>
        differences[0] switch
        {
            RepeatedDifference.Time => (RepeatedCause.FileTimes, null),
            RepeatedDifference.Content => (read(first), readSecond(second)) is ({ } one, { } other)
                ? ContentCauses.Of(one, other)
                : (RepeatedCause.Unknown, $"too large to look into ({Count(first.Bytes)} bytes, then {Count(second.Bytes)})"),
            RepeatedDifference.Name => (
                RepeatedCause.RandomName,
                $"then {Shown(second)}: {MemberPairs.Pattern(first.Path, second.Path)}, with {(differences.Contains(RepeatedDifference.Content) ? "other" : "the same")} content"
            ),
            RepeatedDifference.Link => (RepeatedCause.Unknown, $"leads to {first.Link}, then to {second.Link}"),
            RepeatedDifference.Mode => (RepeatedCause.Unknown, $"mode {Octal(first.Mode)}, then {Octal(second.Mode)}"),
            RepeatedDifference.Owner => (
                RepeatedCause.Unknown,
                $"owner {first.UserId}:{first.GroupId}, then {second.UserId}:{second.GroupId}"
            ),
            RepeatedDifference.Kind => (RepeatedCause.Unknown, $"a {Word(first.Kind)}, then a {Word(second.Kind)}"),
            _ => (RepeatedCause.Unknown, "its extended attributes"),
        };

    private static bool IsReordered(IReadOnlyList<TarMember> first, IReadOnlyList<TarMember> second)
    {
        var common = first.Select(x => x.Key).ToHashSet();
        common.IntersectWith(second.Select(x => x.Key));
        return !first.Select(x => x.Key).Where(common.Contains).SequenceEqual(second.Select(x => x.Key).Where(common.Contains));
    }

    private static string Shown(TarMember member) =>
        (member.Key.Removes ? "removal of " : "") + ShownPath.Of(member.Path, member.Kind == LayerEntryKind.Folder);

    private static string Word(LayerEntryKind kind) =>
        kind switch
        {
            LayerEntryKind.SymbolicLink => "symbolic link",
            LayerEntryKind.HardLink => "hard link",
            LayerEntryKind.CharacterDevice or LayerEntryKind.BlockDevice => "device",
            _ => kind.ToString().ToLowerInvariant(),
        };

    private static string Octal(int mode) => Convert.ToString(mode, 8).PadLeft(4, '0');

    private static string Count(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
