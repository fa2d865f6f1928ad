using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PushingTests : PushTest
{
    [Fact]
    public async Task The_bytes_go_first_are_proved_and_then_every_tag_is_moved()
    {
        await JudgedAsync();
        Assert.True(await Pipeline.PushAsync(Work, default));
        var image = Samples.Digest('e');
        Assert.Equal(
            [
                "find acme/shop:1",
                "find acme/shop:latest",
                $"upload docker-daemon:{Local} acme/shop:dockerslim-candidate",
                $"read acme/shop@{image}",
                $"move acme/shop:1 {image.Short}",
                "find acme/shop:1",
                $"move acme/shop:latest {image.Short}",
                "find acme/shop:latest",
                "untag acme/shop:dockerslim-candidate",
            ],
            Asked
        );
        Assert.True(Measured.Push.Pushed);
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal(image, Measured.Push.Digest);
        Assert.Equal([TagState.Moved, TagState.Moved], States);
        var proof = Assert.Single(Measured.Push.Proofs);
        Assert.Equal((true, Manifest, Manifest), (proof.ByManifest, proof.Tested, proof.Pushed));
        Assert.Equal((550, true), (Measured.Sizes!.Download.Bytes, Measured.Sizes.DownloadIsExact));
    }

    [Fact]
    public async Task A_store_that_knew_no_manifest_is_proved_by_config()
    {
        await JudgedAsync();
        Work.Update(Work.Report with { Image = Work.Report.Image with { Digest = null } });
        await Pipeline.PushAsync(Work, default);
        var proof = Assert.Single(Measured.Push.Proofs);
        var config = Measured.Image.ConfigDigest!.Value;
        Assert.Equal((false, config, config), (proof.ByManifest, proof.Tested, proof.Pushed));
    }

    [Fact]
    public async Task A_tag_that_stands_for_the_image_already_is_not_written()
    {
        await JudgedAsync();
        Ports.Tags["acme/shop:1"] = Samples.Digest('e');
        await Pipeline.PushAsync(Work, default);
        Assert.Equal([TagState.AlreadyThere, TagState.Moved], States);
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("move acme/shop:1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, false, "acme/shop:dockerslim-candidate")]
    [InlineData(false, true, "acme/shop:dockerslim-candidate")]
    [InlineData(true, true, "acme/shop:dockerslim-candidate")]
    [InlineData(false, false, null)]
    public async Task The_candidates_tag_stays_where_it_is_to_or_cannot_be_taken_away(bool isKept, bool isStuck, string? left)
    {
        await JudgedAsync();
        Take(Work.Target.Definition with { Push = new() { KeepCandidates = isKept } }).Resume();
        Ports.RemovesTags = !isStuck;
        await Pipeline.PushAsync(Work, default);
        Assert.Equal(left is null ? [] : [left], Measured.Push.Candidates);
    }

    [Fact]
    public async Task A_registry_that_fails_at_taking_the_candidates_tag_away_fails_no_push()
    {
        await JudgedAsync();
        Ports.Asked = x =>
        {
            if (x.StartsWith("untag", StringComparison.Ordinal))
                throw new EngineException("The registry refused.");
        };
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Single(Measured.Push.Candidates);
    }

    [Fact]
    public async Task Other_repositories_are_pushed_to_before_any_tag_is_moved()
    {
        await JudgedAsync();
        Take(Work.Target.Definition with { Push = new() { AlsoTo = ["docker.io/acme/shop"] } }).Resume();
        await Pipeline.PushAsync(Work, default);
        Assert.Equal(
            ["upload", "upload", "move", "move", "move", "move"],
            Asked.Select(x => x.Split(' ')[0]).Where(x => x is "upload" or "move")
        );
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal(
            ["acme/shop:1", "acme/shop:latest", "docker.io/acme/shop:1", "docker.io/acme/shop:latest"],
            Measured.Push.Moves.Select(x => x.Tag)
        );
        Assert.Equal(["acme/shop", "docker.io/acme/shop"], Measured.Push.Proofs.Select(x => x.Repository));
        Assert.Equal(2, Ports.Attached.Count);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("v*", false)]
    [InlineData("?", true)]
    [InlineData("*", true)]
    public async Task An_immutable_tag_of_another_image_is_refused_before_anything_is_uploaded(string pattern, bool isRefused)
    {
        await JudgedAsync();
        Take(Work.Target.Definition with { Push = new() { ImmutableTags = [pattern] } }).Resume();
        Ports.Tags["acme/shop:1"] = Samples.Digest('7');
        var held = Ports.Held;
        Ports.Held = x => x.Digest == Samples.Digest('7') ? Published(Samples.Digest('d')) : held(x);
        if (!isRefused)
        {
            Assert.True(await Pipeline.PushAsync(Work, default));
            return;
        }
        var e = await Assert.ThrowsAsync<InputException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith(
            $"The tag acme/shop:1 is immutable (--immutable-tags) and stands for another image, {Samples.Digest('7')}",
            e.Message
        );
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("upload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_immutable_tag_of_the_same_image_stays_and_counts()
    {
        await JudgedAsync();
        Take(Work.Target.Definition with { Push = new() { ImmutableTags = ["1"] } }).Resume();
        Ports.Tags["acme/shop:1"] = Samples.Digest('7');
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Equal([TagState.AlreadyThere, TagState.Moved], States);
        Assert.Equal(Samples.Digest('7'), Ports.Tags["acme/shop:1"]);
    }

    [Fact]
    public async Task What_stands_against_it_keeps_everything_from_the_registry()
    {
        await JudgedAsync();
        Work.Update(Work.Report with { Tests = new() { Status = TestStatus.Failed } });
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.Empty(Asked);
        Assert.Equal((false, "the tests failed"), (Measured.Push.Pushed, Measured.Push.Withheld));
    }

    [Theory]
    [InlineData(ReportOutcome.TestsFailed, SlimExitCode.TestsFailed)]
    [InlineData(ReportOutcome.BudgetExceeded, SlimExitCode.BudgetExceeded)]
    [InlineData(ReportOutcome.Incomplete, SlimExitCode.Input)]
    public void A_withheld_push_exits_with_what_withheld_it(ReportOutcome outcome, SlimExitCode code)
    {
        var e = new PushWithheldException(
            "shop",
            new()
            {
                Outcome = outcome,
                Push = new() { Withheld = "the tests failed" },
            }
        );
        Assert.Equal(("shop was not pushed: the tests failed.", code), (e.Message, e.ExitCode));
    }

    [Fact]
    public async Task The_reason_of_a_withheld_push_names_the_image_no_second_time()
    {
        await JudgedAsync();
        Work.Update(Work.Report with { Tests = new() });
        Assert.False(await Pipeline.PushAsync(Work, default));
        RunConclusion.Write(Work, new PushWithheldException("shop", Work.Report));
        Assert.StartsWith("shop: incomplete - not pushed: no tests were run", ReportSentence.Of(Measured));
    }

    [Fact]
    public async Task A_download_that_is_over_budget_only_exactly_fails_after_the_push()
    {
        // The estimate held, the registry knows better: 550 bytes.
        await JudgedAsync();
        Take(Work.Target.Definition with { Budget = new() { DownloadSize = new(500) } }).Resume();
        Work.Update(Work.Report with { Sizes = Work.Report.Sizes! with { Download = new(10) } });
        ImagePipeline.Judge(Work);
        await Assert.ThrowsAsync<BudgetExceededException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
    }
}
