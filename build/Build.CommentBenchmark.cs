using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Nuke.Common;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

// What making a comment of a large report costs. The first counts, since a run makes one; the others say what is the compiler's part of it.
partial class Build
{
    const int CommentLayers = 300;
    const int CommentFindings = 2_000;
    const double MostCommentMilliseconds = 100;

    Target BenchmarkComment =>
        _ =>
            _.Description("Times the comment on a report of 300 layers and 2,000 findings")
                .Executes(() =>
                {
                    var report = LargeReport();
                    var clock = Stopwatch.StartNew();
                    var comment = PullRequestComment.Render([report], new CommentOptions());
                    var first = clock.Elapsed.TotalMilliseconds;
                    var others = Enumerable
                        .Range(0, 20)
                        .Select(_ =>
                        {
                            clock.Restart();
                            PullRequestComment.Render([report], new CommentOptions());
                            return clock.Elapsed.TotalMilliseconds;
                        })
                        .Order()
                        .ToArray();
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"comment, {CommentLayers} layers, {CommentFindings:N0} findings: the first {first:0.0} ms, median of {others.Length} more {others[others.Length / 2]:0.0} ms (at most {MostCommentMilliseconds:0} ms), {comment.Length:N0} characters"
                        )
                    );
                    if (others[others.Length / 2] > MostCommentMilliseconds)
                        throw new InputException($"A comment takes more than {MostCommentMilliseconds:0} ms; see PullRequestComment.");
                });

    static ImageReport LargeReport()
    {
        var random = new Random(6);
        var digests = Enumerable.Range(0, CommentLayers).Select(x => new Digest($"sha256:{x:x64}")).ToArray();
        var lines = Enumerable
            .Range(1, CommentLayers)
            .Select(x => $"RUN --mount=type=cache,target=/root/.cache install package-{x} && echo \"step {x} | of many\"")
            .ToArray();
        return new ImageReport
        {
            Image = new() { Name = "large", Dockerfile = "Dockerfile" },
            Outcome = ReportOutcome.Good,
            Sizes = new()
            {
                Download = new(900_000_000),
                DownloadIsExact = true,
                Unpacked = new(2_400_000_000),
            },
            Layers =
            [
                .. digests.Select(
                    (x, i) =>
                        new LayerFacts
                        {
                            DiffId = x,
                            Digest = x,
                            Download = new(random.Next(1, 9_000_000)),
                            Unpacked = new(random.Next(1, 20_000_000)),
                            Line = i + 1,
                            Instruction = lines[i],
                            FromBase = i < 5,
                        }
                ),
            ],
            Lines =
            [
                .. lines.Select(
                    (x, i) =>
                        new LineFacts
                        {
                            Stage = "production",
                            Line = i + 1,
                            LastLine = i + 1,
                            Instruction = x,
                            Layer = new(random.Next(1, 20_000_000)),
                            Download = new(random.Next(1, 9_000_000)),
                            Cold = random.Next(1, 60_000),
                            Edited = random.Next(1, 60_000),
                        }
                ),
            ],
            Findings =
            [
                .. Enumerable
                    .Range(1, CommentFindings)
                    .Select(x => new Finding
                    {
                        Rule = $"rule-{x % 20}",
                        Severity = (FindingSeverity)(x % 3),
                        File = "Dockerfile",
                        Line = x % CommentLayers + 1,
                        Message = $"Package {x} of <vendor> is installed by @somebody | and never used: https://example.com/{x}",
                        Fix = $"remove `package-{x}` from line {x % CommentLayers + 1}",
                        Saving = new(random.Next(1, 5_000_000)),
                    }),
            ],
        };
    }
}
