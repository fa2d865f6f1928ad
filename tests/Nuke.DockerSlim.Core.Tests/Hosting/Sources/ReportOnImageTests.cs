using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Reports that hang on images in registries, those that know referrers and those that do not.</summary>
public sealed class ReportOnImageTests
{
    private static readonly byte[] Image = Encoding.UTF8.GetBytes(
        """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json"}"""
    );
    private static readonly ImageReference Name = ImageReference.Parse("acme/shop").WithDigest(BlobText.DigestOf(Image));
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_attached_is_found_again(bool knowsReferrers)
    {
        var registry = new Registry(knowsReferrers);

        await registry.AttachAsync(SampleReports.Good);

        var found = await registry.FindAsync();
        Assert.Equal(JsonReport.ToJson(SampleReports.Good), JsonReport.ToJson(found!));
        Assert.Equal(knowsReferrers ? 0 : 1, registry.Content.Keys.Count(x => x.StartsWith("sha256-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_several_the_newest_is_found(bool knowsReferrers)
    {
        var registry = new Registry(knowsReferrers);
        await registry.AttachAsync(SampleReports.Good with { Reason = "new", CreatedAt = SampleReports.Good.CreatedAt.AddDays(1) });
        if (knowsReferrers)
            await registry.AttachAsync(SampleReports.Good with { Reason = "old" });

        Assert.Equal("new", (await registry.FindAsync())!.Reason);
    }

    [Fact]
    public async Task What_others_hung_there_stays()
    {
        var registry = new Registry(knowsReferrers: false);
        var tag = AttachedArtifacts.FallbackTag(Name).Tag!;
        registry.Content[tag] = Encoding.UTF8.GetBytes(
            """{"schemaVersion":2,"manifests":[{"mediaType":"m","digest":"sha256:1","size":1,"artifactType":"a signature"}]}"""
        );

        await registry.AttachAsync(SampleReports.Good);
        await registry.AttachAsync(SampleReports.Good with { Reason = "again" });

        var index = Encoding.UTF8.GetString(registry.Content[tag]);
        Assert.Contains("a signature", index);
        Assert.Equal(2, index.Split("\"artifactType\"").Length - 1);
        Assert.Equal("again", (await registry.FindAsync())!.Reason);
    }

    [Fact]
    public async Task Who_is_overwritten_by_another_run_tries_again()
    {
        var registry = new Registry(knowsReferrers: false) { Overwrites = 2 };

        await registry.AttachAsync(SampleReports.Good);

        Assert.NotNull(await registry.FindAsync());
    }

    [Fact]
    public async Task Who_is_overwritten_for_ever_says_so()
    {
        var registry = new Registry(knowsReferrers: false) { Overwrites = 100 };

        var e = await Assert.ThrowsAsync<EngineException>(() => registry.AttachAsync(SampleReports.Good));

        Assert.Contains("was overwritten by others", e.Message);
    }

    [Fact]
    public async Task An_image_that_is_gone_gets_no_report()
    {
        var registry = new Registry(knowsReferrers: true);
        registry.Content.Clear();

        await Assert.ThrowsAsync<EngineException>(() => registry.AttachAsync(SampleReports.Good));

        Assert.Empty(registry.Content);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"manifests\":7}")]
    [InlineData("{\"manifests\":[7,{\"artifactType\":\"application/vnd.nuke-dockerslim.report.v1+json\",\"digest\":\"nonsense\"}]}")]
    public async Task What_is_no_list_of_referrers_holds_no_report(string referrers)
    {
        var registry = new Registry(knowsReferrers: false);
        registry.Content[AttachedArtifacts.FallbackTag(Name).Tag!] = Encoding.UTF8.GetBytes(referrers);

        Assert.Null(await registry.FindAsync());
    }

    [Theory]
    [InlineData("{\"schemaVersion\":99}")]
    [InlineData("{")]
    public async Task What_this_version_does_not_read_is_no_report(string report)
    {
        var registry = new Registry(knowsReferrers: true);
        await registry.AttachAsync(SampleReports.Good);
        var json = JsonReport.ToJson(SampleReports.Good);
        var digest = BlobText.DigestOf(Encoding.UTF8.GetBytes(json)).Value;
        registry.Content[digest] = Encoding.UTF8.GetBytes(report.PadRight(json.Length));

        Assert.Null(await registry.FindAsync());
    }

    /// <summary>A registry that holds what it is given.</summary>
    private sealed class Registry : KeptUploads
    {
        private readonly bool _knowsReferrers;
        private readonly FakeRegistry _reader;
        private readonly List<(Digest Digest, byte[] Manifest)> _artifacts = [];

        public Registry(bool knowsReferrers)
            : this(knowsReferrers, new FakeRegistry()) { }

        private Registry(bool knowsReferrers, FakeRegistry reader)
            : base(reader.Manifests)
        {
            _reader = reader;
            _knowsReferrers = knowsReferrers;
            Content[Name.Digest!.Value.Value] = Image;
            _reader.Blob = Content.GetValueOrDefault;
            if (knowsReferrers)
                _reader.Referrers = _ => Referrers();
        }

        public Dictionary<string, byte[]> Content => _reader.Manifests;

        /// <summary>How often another run overwrites the index at once.</summary>
        public int Overwrites { get; set; }

        public Task<Digest> AttachAsync(ImageReport report) =>
            new ReportUpload(_reader, this).AttachAsync(Name, report, history: null, None);

        public Task<ImageReport?> FindAsync() => new ReportDownload(_reader).FindAsync(Name, None);

        public override Task<bool> PutManifestAsync(
            ImageReference reference,
            string mediaType,
            byte[] content,
            CancellationToken cancellationToken
        )
        {
            var name = reference.Digest?.Value ?? reference.Tag!;
            Content[name] = reference.Digest is null && Overwrites-- > 0 ? "{\"manifests\":[]}"u8.ToArray() : content;
            if (reference.Digest is { } digest)
                _artifacts.Add((digest, content));
            return Task.FromResult(_knowsReferrers && reference.Digest is not null);
        }

        // As registries do: type and annotations are taken from the artifact's manifest.
        private byte[] Referrers() =>
            Encoding.UTF8.GetBytes($$"""{"manifests":[{{string.Join(',', _artifacts.Select(x => Entry(x.Digest, x.Manifest)))}}]}""");

        private static string Entry(Digest digest, byte[] manifest)
        {
            using var json = System.Text.Json.JsonDocument.Parse(manifest);
            var root = json.RootElement;
            return $$"""{"digest":"{{digest}}","artifactType":"{{root.GetProperty("artifactType")}}","annotations":{{root.GetProperty("annotations").GetRawText()}}}""";
        }
    }
}
