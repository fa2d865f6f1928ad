using System.Text.Json.Nodes;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Hosting;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class ReproducibilityTests : PipelineTest
{
    private static readonly byte[] Same = new SyntheticTar().File("etc/base", "base"u8).ToArray();

    [Fact]
    public async Task The_same_image_holds_and_nothing_is_left()
    {
        await CheckAsync(Same, Same);
        var facts = Measured.Reproducibility!;
        Assert.Equal((ReproducibilityVerdict.Identical, 1), (facts.Verdict, facts.LayerCount));
        Assert.Equal(facts.First, facts.Second);
        Assert.Empty(facts.Layers);
        Assert.Empty(Measured.Findings);
        Assert.Equal(2, Ports.Calls.Count(x => x == "build Cold production"));
        Assert.Equal(
            ["remove acme/shop:dockerslim-repeated-1", "remove acme/shop:dockerslim-repeated-2"],
            Ports.Calls.Where(x => x.StartsWith("remove", StringComparison.Ordinal))
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task Other_contents_are_an_error_with_line_and_cause()
    {
        var e = await Assert.ThrowsAsync<BudgetExceededException>(() => CheckAsync(Dated("10:11:12"), Dated("10:11:13")));
        Assert.Equal(SlimExitCode.BudgetExceeded, e.ExitCode);
        Assert.Contains("/made (a date or time in it (10:11:12, then 10:11:13)", e.Message);
        var finding = Measured.Findings.First(x => x.Rule == "not-reproducible");
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Equal([RepeatedCause.Date], Assert.Single(Measured.Reproducibility!.Layers).Causes);
    }

    [Fact]
    public async Task Other_times_are_said_and_fail_only_where_that_is_asked_for()
    {
        await CheckAsync(Timed("1"), Timed("2"));
        Assert.Equal(ReproducibilityVerdict.SameContents, Measured.Reproducibility!.Verdict);
        Assert.Equal(FindingSeverity.Info, Assert.Single(Measured.Findings).Severity);
        Take(Work.Target.Definition with { ErrorRules = ["times-not-reproducible"] });
        await Assert.ThrowsAsync<BudgetExceededException>(() => CheckAsync(Timed("1"), Timed("2")));
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_fails_nothing_and_the_verdict_stays()
    {
        Take(Work.Target.Definition with { IgnoredRules = ["not-reproducible"] });
        await CheckAsync(Dated("10:11:12"), Dated("10:11:13"));
        Assert.Equal(ReproducibilityVerdict.Differs, Measured.Reproducibility!.Verdict);
    }

    [Fact]
    public async Task A_build_that_was_not_cold_proves_nothing()
    {
        Ports.Build = x => Samples.Outcome(x.Scenario, Samples.Step("[production 2/2] RUN make", cached: true));
        var e = await Assert.ThrowsAsync<EngineException>(() => CheckAsync(Same, Same));
        Assert.Contains("one build was not cold: 1 of 1 steps came from a cache", e.Message);
        Assert.Contains("remove acme/shop:dockerslim-repeated-2", Ports.Calls);
    }

    [Fact]
    public async Task A_layout_is_compared_where_builders_leave_it_and_no_engine_is_asked()
    {
        Work.BuildIntoLayout();
        var builds = 0;
        Ports.Building = (target, step) =>
            Image(Dated($"10:11:1{builds++}"), $"dockerslim-repeated-{builds}").WriteTo(target.LayoutDirectory!);
        await Assert.ThrowsAsync<BudgetExceededException>(() => RunAsync());
        Assert.Equal("/made", Assert.Single(Measured.Reproducibility!.Layers).Files[0].Path);
        Assert.DoesNotContain(
            Ports.Calls,
            x => x.StartsWith("save", StringComparison.Ordinal) || x.StartsWith("remove", StringComparison.Ordinal)
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    private static byte[] Dated(string time) => new SyntheticTar().File("made", System.Text.Encoding.ASCII.GetBytes(time)).ToArray();

    private static byte[] Timed(string seconds) => new SyntheticTar().Pax($"mtime={seconds}").File("made", "x"u8).ToArray();

    private Task CheckAsync(byte[] first, byte[] second)
    {
        byte[] layer = first;
        var builds = 0;
        Ports.Building = (_, _) => layer = builds++ == 0 ? first : second;
        // A name is asked for as often as it is read, each build's after it.
        Ports.Asked = x =>
            layer =
                x.EndsWith("repeated-1", StringComparison.Ordinal) ? first
                : x.EndsWith("repeated-2", StringComparison.Ordinal) ? second
                : layer;
        Ports.Saved = () => Image(layer).ToStream();
        return RunAsync();
    }

    private async Task RunAsync()
    {
        Work.ResumeOrStart();
        await new ReproducibilityCheck(Ports, Ports, Ports, Ports, LayerCache.InMemory(), Temporary, new HurriedTime()).RunAsync(
            Work,
            default
        );
    }

    private static OciTar Image(byte[] layer, string? tag = null)
    {
        var tar = new OciTar();
        var blob = OciTar.GZip(layer);
        var config = new JsonObject
        {
            ["os"] = "linux",
            ["architecture"] = "amd64",
            ["rootfs"] = new JsonObject { ["diff_ids"] = new JsonArray(OciTar.DigestOf(layer)) },
        };
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["config"] = Sized(tar.Json(config)),
            ["layers"] = new JsonArray(Sized(tar.Blob(blob))),
        };
        var descriptor = OciTar.Descriptor(tar.Json(manifest));
        if (tag is not null)
            descriptor["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = tag };
        tar.Index(descriptor);
        return tar;

        JsonObject Sized(string digest) => new() { ["digest"] = digest, ["size"] = tar.Find(digest)!.Length };
    }

    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
