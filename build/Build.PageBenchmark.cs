using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

// What a page adds to the run of an image of 60,000 files. The page that it leaves is the one to open in a browser (docs/measuring.md).
partial class Build
{
    const int PageFiles = 60_000;
    const int PageLayers = 6;
    const double MostPageMilliseconds = 1_000;

    Target BenchmarkPage =>
        _ =>
            _.Description("Times the page of an image of 60,000 files")
                .Executes(() =>
                {
                    var folder = RootDirectory / "artifacts" / "benchmark" / "page";
                    folder.CreateOrCleanDirectory();
                    var target = BuildTarget.From(new ImageDefinition("page") { BuildContext = folder }, folder);
                    using var held = ArtifactFolder.Hold(folder / "page", "page");
                    var work = new ImageWork(target, held);
                    work.Update(PageReport());
                    var tree = ImageTree.Of(Enumerable.Range(0, PageLayers).Select(PageLayer), default);
                    var first = TimePage(work, tree);
                    var others = Enumerable.Range(0, 9).Select(_ => TimePage(work, tree)).Order().ToArray();
                    var median = others[others.Length / 2];
                    var page = folder / "page" / JsonReport.PageFileName;
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"page, {PageFiles:N0} files: the first {first:0} ms, median of {others.Length} more {median:0} ms (at most {MostPageMilliseconds:0} ms), {new FileInfo(page).Length:N0} bytes: {page}"
                        )
                    );
                    if (median > MostPageMilliseconds)
                        throw new InputException($"A page takes more than {MostPageMilliseconds:0} ms; see PageWork.");
                });

    // The map of the files, both files of the folder, and the page.
    static double TimePage(ImageWork work, ImageTree tree)
    {
        var clock = Stopwatch.StartNew();
        PageWork.KeepMap(work, FileMapBuilder.Of(tree));
        var problems = PageWork.Write(work);
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        return problems.Count == 0 ? milliseconds : throw new InputException(problems[0]);
    }

    static ImageReport PageReport()
    {
        var report = LargeReport();
        return report with
        {
            Image = report.Image with { Name = "page", ConfigDigest = report.Layers[0].DiffId },
            Contents = new()
            {
                Files = PageFiles,
                Live = new ByteSize(900_000_000),
                Wasted = ByteSize.Zero,
                Efficiency = 1,
            },
        };
    }

    // As package managers leave them: the same names in many folders, few large files.
    static LayerIndex PageLayer(int number)
    {
        string[] words = ["index", "package", "main", "types", "README", "LICENSE", "util", "helpers", "async", "stream"];
        string[] endings = [".js", ".json", ".d.ts", ".map", ".so", ".py", ""];
        var random = new Random(number);
        var builder = new LayerIndexBuilder();
        for (var i = 0; i < PageFiles / PageLayers; i++)
        {
            var path = new StringBuilder("srv/node_modules");
            for (var depth = random.Next(1, 6); depth > 0; depth--)
                path.Append(CultureInfo.InvariantCulture, $"/{words[random.Next(words.Length)]}-{random.Next(60)}");
            path.Append(
                CultureInfo.InvariantCulture,
                $"/{words[random.Next(words.Length)]}{number}{i}{endings[random.Next(endings.Length)]}"
            );
            builder.Begin(
                new TarEntry
                {
                    Kind = LayerEntryKind.File,
                    Path = Encoding.UTF8.GetBytes(path.ToString()),
                    Bytes = (long)Math.Exp(random.NextDouble() * 14),
                }
            );
            builder.End();
        }
        return builder.Build(null);
    }
}
