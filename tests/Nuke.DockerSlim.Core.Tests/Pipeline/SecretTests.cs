using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Hosting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class SecretTests : PipelineTest
{
    private const string Token = "npm_q7Rk2ZbW0xYt4Jv9";
    private const string InBase64 = "bnBtX3E3UmsyWmJXMHhZdDRKdjk=";

    public SecretTests()
    {
        File.WriteAllText(Path.Combine(Context, ".npmrc"), $"//npm.example.com/:_authToken={Token}\n");
        File.WriteAllText(Path.Combine(Context, "pin"), "1234\n");
        Take(Work.Target.Definition with { BuildSecrets = ["id=npmrc,src=.npmrc"], Budget = new() });
    }

    [Fact]
    public async Task An_image_without_them_is_good()
    {
        Save(Layer(("app/main", "nothing of it")));
        await MeasuredAsync();
        RunConclusion.Write(Work, null);
        Assert.Equal([new SecretFacts { Id = "npmrc", Found = false }], Measured.Secrets);
        Assert.Equal(ReportOutcome.Good, Measured.Outcome);
        Assert.True(await Pipeline.PushAsync(Work, default));
    }

    [Fact]
    public async Task In_files_of_any_layer_they_keep_the_image_from_being_pushed()
    {
        Save(
            Layer(("root/.npmrc", $"_authToken={Token}")),
            Layer(("tmp/copy", "x" + InBase64), ("app/main", "")),
            Layer(("tmp/.wh.copy", ""))
        );

        var e = await Assert.ThrowsAsync<BudgetExceededException>(MeasuredAsync);

        Assert.Equal(SlimExitCode.BudgetExceeded, e.ExitCode);
        Assert.Equal(
            [("npmrc", "file", 0, "/root/.npmrc", "raw"), ("npmrc", "file", 1, "/tmp/copy", "base64")],
            Measured.Secrets.Select(x => (x.Id, x.Place!, x.Layer!.Value, x.Path!, x.Encoding!))
        );
        Assert.Equal(
            ["secret-found", "secret-found"],
            Measured.Findings.Where(x => x.Severity == FindingSeverity.Error).Select(x => x.Rule)
        );
        Assert.StartsWith("shop: The build secret 'npmrc' is in layer 0, in /root/.npmrc", e.Message);
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.StartsWith("the build secret 'npmrc' is in layer 0", Measured.Push.Withheld);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("push", StringComparison.Ordinal));
        RequireNoValue(e);
    }

    [Fact]
    public async Task In_names_and_links_they_are_masked()
    {
        Save(Layer(($"tmp/{Token}.txt", "")), Layer(("tmp/link -> " + Token, "")));
        var e = await Assert.ThrowsAsync<BudgetExceededException>(MeasuredAsync);
        Assert.Equal([("fileName", "/tmp/***.txt"), ("link", "/tmp/link")], Measured.Secrets.Select(x => (x.Place!, x.Path!)));
        RequireNoValue(e);
    }

    [Fact]
    public async Task In_config_history_labels_and_attestations_they_are_found()
    {
        var layer = OciTar.GZip(Layer(("app/main", "")));
        var tar = new OciTar();
        var config = new JsonObject
        {
            ["os"] = "linux",
            ["architecture"] = "amd64",
            ["config"] = new JsonObject
            {
                ["Env"] = new JsonArray("PATH=/bin", $"TOKEN={Token}"),
                ["Labels"] = new JsonObject { ["made.with"] = $"token {Token}" },
            },
            ["history"] = new JsonArray(
                new JsonObject { ["created_by"] = $"RUN |1 TOKEN={Token} /bin/sh -c make" },
                new JsonObject { ["created_by"] = "USER 1000", ["empty_layer"] = true }
            ),
        };
        var manifest = tar.Json(
            new JsonObject
            {
                ["config"] = Sized(tar, tar.Json(config)),
                ["layers"] = new JsonArray(Sized(tar, tar.Blob(layer))),
                ["annotations"] = new JsonObject { ["note"] = Token },
            }
        );
        var statement = tar.Json(new JsonObject { ["predicate"] = new JsonObject { ["dockerfile"] = $"QQQ{InBase64}" } });
        var attestation = tar.Json(
            new JsonObject { ["config"] = Sized(tar, tar.Json(new JsonObject())), ["layers"] = new JsonArray(Sized(tar, statement)) }
        );
        var described = OciTar.Descriptor(attestation);
        described["annotations"] = new JsonObject
        {
            ["vnd.docker.reference.type"] = "attestation-manifest",
            ["vnd.docker.reference.digest"] = manifest,
        };
        tar.Index(OciTar.Descriptor(tar.Json(new JsonObject { ["manifests"] = new JsonArray(OciTar.Descriptor(manifest), described) })));
        Ports.Saved = tar.ToStream;

        var e = await Assert.ThrowsAsync<BudgetExceededException>(MeasuredAsync);

        Assert.Equal(
            [
                ("annotation", "annotations.note", "raw", null),
                ("attestation", "predicate.dockerfile", "base64", null),
                ("config", "config.Env[1]", "raw", null),
                ("history", "history[0].created_by", "raw", 0),
                ("label", "config.Labels.made.with", "raw", (int?)null),
            ],
            Measured.Secrets.OrderBy(x => x.Place).Select(x => (x.Place!, Behind(x.Path!), x.Encoding!, x.Layer))
        );
        RequireNoValue(e);

        static string Behind(string path) =>
            path.Contains("sha256:", StringComparison.Ordinal) ? path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..] : path;
    }

    [Fact]
    public async Task What_is_too_short_is_said()
    {
        Take(Work.Target.Definition with { BuildSecrets = ["id=pin,src=pin"] });
        Save(Layer(("app/main", "1234")));
        await MeasuredAsync();
        var facts = Assert.Single(Measured.Secrets);
        Assert.Equal(("pin", null), (facts.Id, facts.Found));
        Assert.Contains("shorter than 8 bytes", facts.Gap);
    }

    [Fact]
    public async Task Whoever_switches_the_rule_off_is_only_told()
    {
        Take(Work.Target.Definition with { IgnoredRules = ["secret-found"] });
        Save(Layer(("root/.npmrc", Token)));
        await MeasuredAsync();
        Assert.True(Assert.Single(Measured.Secrets).Found);
        Assert.DoesNotContain(Measured.Findings, x => x.Rule == "secret-found");
    }

    [Fact]
    public async Task An_image_that_was_not_searched_is_not_pushed()
    {
        Save(Layer(("app/main", "")));
        Take(Work.Target.Definition with { BuildSecrets = [] });
        await MeasuredAsync();
        Assert.Empty(Measured.Secrets);
        Take(Work.Target.Definition with { BuildSecrets = ["id=npmrc,src=.npmrc"] });
        Work.Resume();
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.Equal(
            "the image was not searched for the build secret 'npmrc'; run ./build.sh MeasureImage with it",
            Measured.Push.Withheld
        );
    }

    [Fact]
    public async Task A_damaged_layer_is_said_to_be_searched_in_part()
    {
        var whole = Layer(("app/main", "x"), ("app/more", "y"));
        whole[1_024 + 150] ^= 0x40;
        Save(whole);
        await MeasuredAsync();
        Assert.StartsWith("Layer 0: a header's checksum is wrong", Assert.Single(Measured.Secrets).Gap);
    }

    private void Save(params byte[][] layers)
    {
        var tar = new OciTar();
        tar.Image("linux/amd64", [.. layers.Select(OciTar.GZip)]);
        Ports.Saved = tar.ToStream;
        Ports.Held = _ => PublishedAs(tar.LastIndexed, layers.Length);
    }

    private PublishedImage PublishedAs(string manifest, int layers) =>
        new(
            Samples.Digest('e'),
            [
                new(
                    new(manifest),
                    Measured.Image.ConfigDigest!.Value,
                    new(50),
                    [.. Enumerable.Repeat((Samples.Digest('2'), new Nuke.DockerSlim.Values.ByteSize(300)), layers)]
                ),
            ]
        );

    private static JsonObject Sized(OciTar tar, string digest) => new() { ["digest"] = digest, ["size"] = tar.Find(digest)!.Length };

    private static byte[] Layer(params (string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            foreach (var (name, content) in files)
                writer.WriteEntry(
                    name.Split(" -> ") is [var link, var to]
                        ? new UstarTarEntry(TarEntryType.SymbolicLink, link) { LinkName = to }
                        : new UstarTarEntry(TarEntryType.RegularFile, name)
                        {
                            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
                        }
                );
        return stream.ToArray();
    }

    /// <summary>Neither what is said, nor any file that a run leaves, has the value.</summary>
    private void RequireNoValue(Exception said)
    {
        string[] forms = [Token, InBase64[..20], Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Token))];
        var texts = Directory
            .GetFiles(Work.Folder.Path, "*", SearchOption.AllDirectories)
            .Where(x => !x.EndsWith(".lock", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Append(said.ToString());
        Assert.All(texts, x => Assert.All(forms, y => Assert.DoesNotContain(y, x)));
    }
}
