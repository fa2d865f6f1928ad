using System.Text;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Reproducing;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Reproducing;

public sealed class LayerRepetitionTests
{
    [Fact]
    public void Other_times_alone_are_told_as_such()
    {
        var layer = Compare(new SyntheticTar().Header("a/", '5', change: Time(1)), new SyntheticTar().Header("a/", '5', change: Time(2)));
        Assert.True(layer.OnlyTimes);
        Assert.Equal((1, 1), (layer.DifferentEntries, layer.TimeEntries));
        Assert.Equal([RepeatedCause.FileTimes], layer.Causes);
        Assert.Equal("/a/", Assert.Single(layer.Files).Path);
    }

    [Fact]
    public void A_time_in_an_extended_header_counts_with_its_fraction() =>
        Assert.True(
            Compare(new SyntheticTar().Pax("mtime=1.25").Header("a", '0'), new SyntheticTar().Pax("mtime=1.5").Header("a", '0')).OnlyTimes
        );

    [Fact]
    public void Mode_owner_link_kind_and_attributes_are_told_apart()
    {
        Assert.Equal(
            (RepeatedDifference.Mode, "mode 0644, then 0755"),
            Only(new SyntheticTar().Header("a", '0'), new SyntheticTar().Header("a", '0', mode: "0000755"))
        );
        Assert.Equal(
            (RepeatedDifference.Owner, "owner 0:0, then 33:0"),
            Only(new SyntheticTar().Header("a", '0'), new SyntheticTar().Pax("uid=33").Header("a", '0'))
        );
        Assert.Equal(
            (RepeatedDifference.Link, "leads to b, then to c"),
            Only(new SyntheticTar().Header("a", '2', link: "b"), new SyntheticTar().Header("a", '2', link: "c"))
        );
        Assert.Equal(
            (RepeatedDifference.Kind, "a file, then a folder"),
            Only(new SyntheticTar().Header("a", '0'), new SyntheticTar().Header("a", '5'))
        );
        Assert.Equal(
            (RepeatedDifference.Attributes, "its extended attributes"),
            Only(new SyntheticTar().Header("a", '0'), new SyntheticTar().Pax("SCHILY.xattr.security.capability=x").Header("a", '0'))
        );
    }

    [Fact]
    public void Other_content_is_explained_and_a_time_beside_it_is_a_cause_too()
    {
        var layer = Compare(
            new SyntheticTar().Header("a", '0', 8, change: Time(1)).Body("10:11:12"u8),
            new SyntheticTar().Header("a", '0', 8, change: Time(2)).Body("10:11:13"u8)
        );
        Assert.False(layer.OnlyTimes);
        Assert.Equal([RepeatedCause.Date, RepeatedCause.FileTimes], layer.Causes);
        var file = Assert.Single(layer.Files);
        Assert.Equal([RepeatedDifference.Content, RepeatedDifference.Time], file.Differences);
        Assert.StartsWith("a date or time in it (10:11:12, then 10:11:13)", file.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_made_at_random_is_found_by_its_pattern_or_its_content_and_what_lies_below_it_too()
    {
        var layer = Compare(
            new SyntheticTar()
                .Header("tmp/", '5')
                .Header("tmp/x.aaa/", '5')
                .File("tmp/x.aaa/f", "same"u8)
                .File("tmp/c4ca", "long content"u8),
            new SyntheticTar()
                .Header("tmp/", '5')
                .Header("tmp/x.bbb/", '5')
                .File("tmp/x.bbb/f", "same"u8)
                .File("tmp/eccb", "long content"u8)
        );
        Assert.Equal(
            [("/tmp/c4ca", "then /tmp/eccb: *, with the same content"), ("/tmp/x.aaa/", "then /tmp/x.bbb/: x.*, with the same content")],
            layer.Files.Select(x => (x.Path, x.Detail!))
        );
        Assert.Equal([RepeatedCause.RandomName], layer.Causes);
    }

    [Fact]
    public void What_only_one_build_has_is_said()
    {
        var layer = Compare(new SyntheticTar().File("old", "content one"u8), new SyntheticTar().File("brand-new-name", "another"u8));
        Assert.Equal(
            [("/brand-new-name", RepeatedDifference.OnlySecond), ("/old", RepeatedDifference.OnlyFirst)],
            layer.Files.Select(x => (x.Path, x.Differences[0]))
        );
    }

    [Fact]
    public void The_same_entries_in_another_order_are_a_difference_of_their_own()
    {
        var layer = Compare(new SyntheticTar().File("a", "1"u8).File("b", "2"u8), new SyntheticTar().File("b", "2"u8).File("a", "1"u8));
        Assert.True(layer is { OrderDiffers: true, OnlyTimes: false, DifferentEntries: 0, Gap: null });
        Assert.Equal([RepeatedCause.Order], layer.Causes);
    }

    [Fact]
    public void Bytes_that_no_entry_is_made_of_are_no_agreement()
    {
        var layer = Compare(new SyntheticTar().File("a", "1"u8), new SyntheticTar().Pax("comment=x").File("a", "1"u8));
        Assert.False(layer.OnlyTimes);
        Assert.NotNull(layer.Gap);
    }

    [Fact]
    public void A_file_that_is_too_large_is_said_to_be()
    {
        var layer = LayerRepetition.Of(
            new RepeatedLayer { Layer = 0 },
            Members(new SyntheticTar().File("a", "1"u8).ToArray()),
            Members(new SyntheticTar().File("a", "2"u8).ToArray()),
            _ => null,
            _ => null
        );
        Assert.Equal("too large to look into (1 bytes, then 1)", layer.Files[0].Detail);
    }

    [Fact]
    public void Configs_are_compared_by_field_and_values_are_not_told()
    {
        var first =
            """{"created":"1","config":{"Env":["A=1"],"User":"x"},"history":[{"created":"1"},{"created":"1"}],"rootfs":{"diff_ids":["a"]}}"""u8;
        var second =
            """{"created":"2","config":{"Env":["A=2"],"User":"x"},"history":[{"created":"1"},{"created":"2"}],"rootfs":{"diff_ids":["b"]}}"""u8;
        var fields = ConfigRepetition.Of(first.ToArray(), second.ToArray());
        Assert.Equal(["created", "config.Env[0]", "history[1].created"], fields);
        Assert.Equal(["created", "history[1].created"], fields.Where(ConfigRepetition.IsTime));
        Assert.Equal(["(no JSON)"], ConfigRepetition.Of([1], [2]));
    }

    [Fact]
    public void Only_times_and_nothing_else_make_the_same_contents()
    {
        RepeatedLayer[] times = [new() { Layer = 0, OnlyTimes = true }];
        Assert.Equal(ReproducibilityVerdict.Identical, RepetitionVerdict.Of(true, [], []));
        Assert.Equal(ReproducibilityVerdict.SameContents, RepetitionVerdict.Of(false, times, ["created"]));
        Assert.Equal(ReproducibilityVerdict.SameContents, RepetitionVerdict.Of(false, [], []));
        Assert.Equal(ReproducibilityVerdict.Differs, RepetitionVerdict.Of(false, times, ["config.Env[0]"]));
        Assert.Equal(ReproducibilityVerdict.Differs, RepetitionVerdict.Of(false, [.. times, new() { Layer = 1 }], []));
    }

    private static (RepeatedDifference, string?) Only(SyntheticTar first, SyntheticTar second)
    {
        var file = Assert.Single(Compare(first, second).Files);
        return (Assert.Single(file.Differences), file.Detail);
    }

    private static RepeatedLayer Compare(SyntheticTar first, SyntheticTar second)
    {
        var (one, other) = (first.ToArray(), second.ToArray());
        return LayerRepetition.Of(
            new RepeatedLayer { Layer = 0 },
            Members(one),
            Members(other),
            x => one[(int)x.Offset..(int)(x.Offset + x.Bytes)],
            x => other[(int)x.Offset..(int)(x.Offset + x.Bytes)]
        );
    }

    private static IReadOnlyList<TarMember> Members(byte[] tar)
    {
        var members = new TarMembers();
        var scanner = new TarScanner(members);
        // In pieces that break headers apart.
        for (var at = 0; at < tar.Length; at += 100)
            scanner.Append(tar.AsSpan(at, Math.Min(100, tar.Length - at)));
        scanner.Complete();
        Assert.Null(scanner.Damage);
        return members.All;
    }

    private static Action<byte[]> Time(int seconds) =>
        block => Encoding.ASCII.GetBytes(Convert.ToString(seconds, 8).PadLeft(11, '0')).CopyTo(block, 136);
}
