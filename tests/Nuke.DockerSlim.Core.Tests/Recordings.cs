using System.Runtime.CompilerServices;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests;

/// <summary>What the real docker client said (tests/fixtures/recordings), such as <c>classic/cold-production</c>.</summary>
internal static class Recordings
{
    public static readonly string[] Stores = ["classic", "containerd"];

    public static string RepositoryRoot => System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", ".."));

    public static BuildTrace Trace(string name)
    {
        var recorder = new BuildTraceRecorder();
        foreach (var line in File.ReadLines(Path(name, "stderr")))
        foreach (var progress in ProgressParser.Parse(line))
            recorder.Record(progress);
        return recorder.ToTrace();
    }

    public static BuildMetadata Metadata(string name) => BuildMetadataReader.Read(File.ReadAllText(Path(name, "metadata.json")));

    public static string Output(string name) => File.ReadAllText(Path(name, "stdout"));

    public static string Path(string name, string file) =>
        System.IO.Path.Combine(RepositoryRoot, "tests", "fixtures", "recordings", name, file);

    /// <summary>A metadata file cut down to its provenance (tests/fixtures/provenance).</summary>
    public static string Provenance(string name) =>
        System.IO.Path.Combine(RepositoryRoot, "tests", "fixtures", "provenance", name + ".json");

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
