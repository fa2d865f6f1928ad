using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>What goes into the sample reports' image, and what it is made of.</summary>
internal static class SampleContents
{
    /// <summary>The build context.</summary>
    public static ContextFacts Context { get; } =
        new()
        {
            Stages = ["production", "test"],
            Content = new(222_804),
            Files = 31,
            Largest = [new("package-lock.json", new(205_319), 1), new("src/server.ts", new(2_101), 1)],
            UnusedContent = new(3_140_000),
            UnusedFiles = 15,
            UnusedSent = new(0),
            Unused = [new("docs/", new(3_100_000), 12), new("assets/raw.psd", new(38_000), 1), new("notes.txt", new(1_900), 1)],
            Ignored = new()
            {
                File = "samples/orders-api/.dockerignore",
                Content = new(61_300_000),
                Files = 8_214,
                Largest = [new("node_modules/", new(60_900_000), 8_190)],
            },
        };

    /// <summary>What is in the image.</summary>
    public static ContentsFacts Contents { get; } =
        new()
        {
            Files = 4_312,
            Live = new(188_312_004),
            Wasted = new(12_400_000),
            Efficiency = 0.9382,
            Waste =
            [
                new()
                {
                    Path = "/var/lib/apt/lists/",
                    Content = new(12_100_000),
                    Layers = [2, 3],
                    Why = "removed",
                    Line = 31,
                    ByLine = 33,
                },
                new()
                {
                    Path = "/var/lib/dpkg/status",
                    Content = new(300_000),
                    Layers = [0, 2],
                    Why = "overwritten",
                    ByLine = 31,
                },
            ],
            Largest =
            [
                new()
                {
                    Path = "/usr/local/bin/node",
                    Content = new(98_000_000),
                    Layer = 1,
                    Line = 29,
                },
            ],
            Folders =
            [
                new()
                {
                    Path = "/usr/local/",
                    Content = new(99_000_000),
                    Layer = 1,
                    Line = 29,
                },
            ],
            Paths =
            [
                new()
                {
                    Path = "/usr/",
                    Content = new(176_000_000),
                    Layer = 0,
                    Line = 29,
                },
            ],
            Duplicates =
            [
                new()
                {
                    Content = new(5_000),
                    Copies = 2,
                    Paths = ["/app/a.js", "/app/b.js"],
                },
            ],
        };

    /// <summary>What need not be in it.</summary>
    public static IReadOnlyList<ResidueFacts> Residue { get; } =
    [
        new()
        {
            Kind = "documentation",
            Path = "/usr/share/doc/",
            Content = new(1_200_000),
            Files = 412,
            Line = 29,
            FromBase = true,
            Fix = "Remove it.",
        },
    ];

    /// <summary>What an attacker would find.</summary>
    public static IReadOnlyList<SecretFacts> Secrets { get; } =
    [
        new() { Id = "npmrc", Found = false },
        new() { Id = "pin", Gap = "It is shorter than 8 bytes and cannot be searched for: it would be met by chance" },
        new()
        {
            Id = "token",
            Found = true,
            Place = "file",
            Layer = 4,
            Path = "/app/.npmrc",
            Line = 12,
            Encoding = "base64",
        },
    ];

    public static SurfaceFacts Surface { get; } =
        new()
        {
            Shell = "/usr/bin/bash",
            PackageManager = "/usr/bin/apt-get",
            User = "1000:1000",
            Setuid = ["/usr/bin/passwd"],
            Found =
            [
                new()
                {
                    Kind = "shell",
                    Path = "/usr/bin/bash",
                    Layer = 0,
                    Line = 29,
                    FromBase = true,
                },
            ],
            Packages = new() { Dpkg = 88, Npm = 74 },
        };

    /// <summary>Its packages.</summary>
    public static InventoryFacts Inventory { get; } =
        new()
        {
            PackageCount = 162,
            PackageCountIsWhole = false,
            Packages =
            [
                new()
                {
                    Kind = "npm",
                    Name = "fastify",
                    Version = "4.28.1",
                    Qualifier = "x",
                    Content = new(1_500_000),
                    Path = "/app/node_modules/fastify/package.json",
                    Layer = 2,
                    Line = 33,
                    FromBase = false,
                },
            ],
            Gap = "/var/lib/rpm/Packages is a database of rpm, whose packages are not counted.",
        };

    /// <summary>Its layers.</summary>
    public static IReadOnlyList<LayerFacts> Layers { get; } =
    [
        Layer('3', 27_912_000, 82_120_192, 29, "FROM node:20-bookworm-slim", true),
        Layer('4', 33_100_000, 110_904_320, 29, "FROM node:20-bookworm-slim", true),
        Layer(
            '5',
            1_050_000,
            8_200_192,
            33,
            "RUN --mount=type=cache,target=/home/node/.npm npm ci --omit=dev --ignore-scripts && npm cache verify",
            false
        ),
        Layer('6', 50_000, 161_280, 35, "COPY --from=builder /app/dist ./dist", false),
        Layer('7', 480, 512, null, null, false),
    ];

    public static LayerFacts Layer(char digit, long download, long unpacked, int? line, string? instruction, bool fromBase) =>
        new()
        {
            DiffId = Samples.Digest(digit),
            Digest = Samples.Digest(digit),
            Download = new(download),
            Unpacked = new(unpacked),
            Line = line,
            Instruction = instruction,
            FromBase = fromBase,
        };
}
