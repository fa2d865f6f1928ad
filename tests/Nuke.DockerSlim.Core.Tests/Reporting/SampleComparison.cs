using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>The sample image held against its naive ancestor.</summary>
internal static class SampleComparison
{
    public static ComparisonFacts Facts { get; } =
        new()
        {
            With = "docker-daemon:orders-api:naive",
            Live = new(188_312_004),
            ComparedLive = new(1_003_112_900),
            Delta = new(-814_800_896),
            Added = new(1_200_104),
            Changed = new(-1_000),
            Removed = new(816_000_000),
            UnpackedDelta = new(-1_020_400_128),
            Paths =
            [
                Path("/usr/lib/gcc/", -402_000_000, 0, 0, 402_000_000, 1_204, null),
                Path("/app/node_modules/", -310_799_896, 1_200_104, 0, 312_000_000, 8_190, 33),
                Path(
                    "/usr/share/a folder with a name that is much too long for the eighty columns of a log/",
                    -102_000_000,
                    0,
                    0,
                    102_000_000,
                    3,
                    null
                ),
                Path("/var/lib/dpkg/status", -1_000, 0, -1_000, 0, 1, 31),
            ],
            OtherDelta = new(0),
            Brought = [Line(2, 33, "RUN npm ci --omit=dev --ignore-scripts", 1_300_104)],
            Gone =
            [
                Line(1, null, "RUN apt-get update && apt-get install -y build-essential python3 python3-pip git curl", 504_101_000),
                Line(4, null, "COPY . .", 312_000_000),
            ],
            Gap = null,
        };

    public static ImageReport Report { get; } = SampleReports.Good with { Comparison = Facts };

    private static ComparedPath Path(string path, long delta, long added, long changed, long removed, int files, int? line) =>
        new()
        {
            Path = path,
            Delta = new(delta),
            Added = new(added),
            Changed = new(changed),
            Removed = new(removed),
            Files = files,
            Line = line,
        };

    private static ComparedLine Line(int layer, int? line, string instruction, long bytes) =>
        new()
        {
            Layer = layer,
            Line = line,
            Instruction = instruction,
            Content = new(bytes),
        };
}
