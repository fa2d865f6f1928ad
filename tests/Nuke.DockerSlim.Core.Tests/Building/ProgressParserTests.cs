using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class ProgressParserTests
{
    [Fact]
    public void Reads_a_vertex()
    {
        var vertex = Assert.IsType<ProgressEvent.VertexChanged>(
            One(
                """{"vertexes":[{"digest":"sha256:1","inputs":["sha256:2","sha256:3"],"name":"[test 2/3] RUN npm test","started":"2026-01-02T03:04:05.5Z","completed":"2026-01-02T03:04:06Z","cached":true,"error":"gone"}]}"""
            )
        );
        Assert.Equal(("sha256:1", "[test 2/3] RUN npm test", true, "gone"), (vertex.Id, vertex.Name, vertex.Cached, vertex.Error));
        Assert.Equal(["sha256:2", "sha256:3"], vertex.Inputs);
        Assert.Equal(TimeSpan.FromMilliseconds(500), vertex.Completed - vertex.Started);
    }

    [Fact]
    public void A_vertex_that_has_not_started_has_no_times()
    {
        var vertex = Assert.IsType<ProgressEvent.VertexChanged>(One("""{"vertexes":[{"digest":"sha256:1","name":"x"}]}"""));
        Assert.Equal((null, null, false, ""), (vertex.Started, vertex.Completed, vertex.Cached, vertex.Error));
        Assert.Empty(vertex.Inputs);
    }

    [Fact]
    public void Reads_a_status_output_and_a_warning_of_one_line_in_that_order()
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes("größe\n"));
        var events = ProgressParser.Parse(
            $$$"""{"warnings":[{"vertex":"v","short":"{{{data}}}","url":"https://x","range":[{"start":{"line":9},"end":{"line":9}}]}],"logs":[{"vertex":"v","stream":1,"data":"{{{data}}}"}],"statuses":[{"id":"pull","vertex":"v","current":5,"total":9}]}"""
        );
        var status = Assert.IsType<ProgressEvent.StatusChanged>(events[0]);
        Assert.Equal(("v", "pull", 5, 9), (status.Vertex, status.Id, status.Current, status.Total));
        Assert.Equal("größe\n", Assert.IsType<ProgressEvent.OutputWritten>(events[1]).Text);
        Assert.Equal(new ProgressEvent.WarningRaised("größe\n", "https://x", 9), events[2]);
        Assert.Equal(3, events.Count);
    }

    [Theory]
    [InlineData("ERROR: failed to build")]
    [InlineData("  14 |     RUN npm run lint")]
    [InlineData("{\"vertexes\":[{\"digest\":\"sha2")]
    [InlineData("{not json}")]
    [InlineData("[1,2]")]
    [InlineData("::set-env name=PATH::/evil")]
    public void What_is_no_json_object_is_text_as_it_is(string line) => Assert.Equal(new ProgressEvent.TextWritten(line), One(line));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"vertexes":null,"logs":{},"statuses":3,"warnings":"x"}""")]
    [InlineData("""{"vertexes":[1,null,"x",[]],"logs":[1],"statuses":[true],"warnings":[null]}""")]
    [InlineData("""{"level":"info","msg":"another program's line"}""")]
    public void What_has_no_events_has_none(string line) => Assert.Empty(ProgressParser.Parse(line));

    [Theory]
    [InlineData(
        """{"vertexes":[{"digest":1,"name":[],"inputs":[1,null],"started":5,"completed":"yesterday","cached":"yes","error":{}}]}"""
    )]
    [InlineData("""{"statuses":[{"vertex":1,"id":null,"current":"5","total":1e99,"started":{}}]}""")]
    [InlineData("""{"logs":[{"vertex":1,"data":"no base64!"}]}""")]
    [InlineData("""{"logs":[{"data":5}]}""")]
    [InlineData("""{"warnings":[{"short":5,"url":5,"range":[5,{"start":5},{"start":{"line":"x"}}]}]}""")]
    [InlineData("""{"warnings":[{"range":{}}]}""")]
    public void A_member_of_another_kind_counts_as_missing(string line) => Assert.IsNotType<ProgressEvent.TextWritten>(One(line));

    [Fact]
    public void A_recording_cut_anywhere_is_read()
    {
        var line = File.ReadLines(Recordings.Path("classic/failing-test", "stderr")).First(x => x.Contains("\"logs\""));
        for (var length = 1; length < line.Length; length++)
            Assert.Equal(new ProgressEvent.TextWritten(line[..length]), One(line[..length]));
        Assert.NotEmpty(ProgressParser.Parse(line));
    }

    private static ProgressEvent One(string line) => Assert.Single(ProgressParser.Parse(line));
}
