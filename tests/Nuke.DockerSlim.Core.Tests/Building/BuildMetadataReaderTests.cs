using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class BuildMetadataReaderTests
{
    [Theory]
    [InlineData("classic/cold-production")]
    [InlineData("classic/warm-production")]
    [InlineData("containerd/cold-production")]
    [InlineData("containerd/warm-production")]
    [InlineData("containerd/edited-production")]
    public void Layers_know_their_lines_on_both_stores(string recording)
    {
        var metadata = Recordings.Metadata(recording);
        Assert.Equal(
            [
                new LayerOrigin(false, 26, 26, "WORKDIR /app"),
                new LayerOrigin(false, 27, 27, "COPY --from=builder /app/package.json ./"),
                new LayerOrigin(false, 28, 28, "COPY --from=builder /app/node_modules ./node_modules"),
                new LayerOrigin(false, 29, 29, "COPY --from=builder /app/dist ./dist"),
            ],
            metadata.LayerOrigins.SkipWhile(x => x.FromBase)
        );
        // Two FROM lines name the base; the last is the one nearest to production.
        Assert.All(
            metadata.LayerOrigins.TakeWhile(x => x.FromBase),
            x => Assert.Equal(new LayerOrigin(true, 24, 24, "FROM ${NODE_IMAGE} AS production"), x)
        );
        Assert.Contains(metadata.LayerOrigins, x => x.FromBase);
    }

    [Theory]
    [InlineData("classic/cold-production")]
    [InlineData("classic/warm-production")]
    [InlineData("containerd/warm-production")]
    public void Vertices_of_the_trace_know_their_lines(string recording)
    {
        var metadata = Recordings.Metadata(recording);
        var steps = Recordings.Trace(recording).Steps;
        Assert.Equal([6, 7, 19, 20, 21, 22, 27, 28, 29], steps.Select(x => metadata.VertexLines[x.Id]).Order());
    }

    [Fact]
    public void An_image_whose_own_chain_is_not_told_has_a_layer_a_step()
    {
        var origins = Provenance(
            """
            "llbDefinition": [
              { "id": "step0", "op": { "Op": { "source": { "identifier": "docker-image://docker.io/library/node:20" } } } },
              { "id": "step1", "op": { "Op": { "source": { "identifier": "local://context" } } } },
              { "id": "step2", "op": { "Op": { "exec": { "mounts": [{"dest": "/cache", "input": -1}, {"dest": "/", "input": 1}] } } }, "inputs": ["step1:0", "step0:0"] },
              { "id": "step3", "op": { "Op": { "file": { "actions": [{"secondaryInput": 1}] } } }, "inputs": ["step2:0", "step1:0"] },
              { "id": "step4", "op": {}, "inputs": ["step3:0"] }
            ]
            """,
            """ "step0:0": [[{"digest":"a"}, {"digest":"b"}]] """,
            """
            "step0": { "locations": [{ "ranges": [{ "start": { "line": 1 }, "end": { "line": 1 } }] }] },
            "step2": { "locations": [{ "ranges": [{ "start": { "line": 2 }, "end": { "line": 2 } }, { "start": { "line": 3 }, "end": { "line": 3 } }] }] },
            "step3": { "locations": [{ "ranges": [{ "start": { "line": 4 } }] }] }
            """,
            "FROM node:20\nRUN a && \\\n  b\nCOPY . .\n"
        ).LayerOrigins;
        Assert.Equal(
            [
                new LayerOrigin(true, 1, 1, "FROM node:20"),
                new LayerOrigin(true, 1, 1, "FROM node:20"),
                new LayerOrigin(false, 2, 3, "RUN a && b"),
                new LayerOrigin(false, 4, 4, "COPY . ."),
            ],
            origins
        );
    }

    [Fact]
    public void An_image_from_nothing_has_no_base()
    {
        var origins = Provenance(
            """
            "llbDefinition": [
              { "id": "step0", "op": { "Op": { "source": { "identifier": "docker-image://docker.io/library/node:20" } } } },
              { "id": "step1", "op": { "Op": { "file": { "actions": [{"input": -1}] } } }, "inputs": ["step0:0"] },
              { "id": "step2", "op": {}, "inputs": ["step1:0"] }
            ]
            """,
            """ "step0:0": [[{"digest":"a"}]] """,
            """ "step1": { "locations": [{ "ranges": [{ "start": { "line": 2 } }] }] } """,
            "FROM scratch\nCOPY --from=node:20 /x /x\n"
        ).LayerOrigins;
        Assert.Equal([new LayerOrigin(false, 2, 2, "COPY --from=node:20 /x /x")], origins);
    }

    [Fact]
    public void The_classic_store_gives_the_configs_digest_as_the_images()
    {
        var metadata = Recordings.Metadata("classic/cold-production");
        Assert.NotNull(metadata.ConfigDigest);
        Assert.Equal(metadata.ConfigDigest, metadata.ImageDigest);
    }

    [Fact]
    public void The_containerd_store_gives_an_index_and_no_config()
    {
        var metadata = Recordings.Metadata("containerd/cold-production");
        Assert.NotNull(metadata.ImageDigest);
        Assert.Null(metadata.ConfigDigest);
    }

    [Fact]
    public void A_stage_on_the_way_with_a_longer_chain_is_not_the_image()
    {
        // base(1) -> builder: five layers, exported once; production: base and one COPY from it.
        var origins = Provenance(
            """
            "llbDefinition": [
              { "id": "step0", "op": { "Op": { "source": { "identifier": "docker-image://docker.io/library/node:20" } } } },
              { "id": "step1", "op": { "Op": { "exec": { "meta": {} } } }, "inputs": ["step0:0"] },
              { "id": "step2", "op": { "Op": { "file": { "actions": [] } } }, "inputs": ["step0:0", "step1:0"] },
                  { "id": "step3", "op": { "Op": {} }, "inputs": ["step2:0"] }
            ]
            """,
            """ "step0:0": [[{"digest":"a"}]], "step1:0": [[{"digest":"a"},{"digest":"b"},{"digest":"c"}]], "step2:0": [[{"digest":"a"},{"digest":"d"}]] """,
            """
            "step0": { "locations": [{ "ranges": [{ "start": { "line": 1 }, "end": { "line": 1 } }] }] },
            "step2": { "locations": [{ "ranges": [{ "start": { "line": 4 }, "end": { "line": 5 } }] }] }
            """,
            "FROM node:20 AS builder\nRUN make\nFROM node:20\nCOPY --from=builder \\\n    /out /out\n"
        ).LayerOrigins;
        Assert.Equal(
            [new LayerOrigin(true, 1, 1, "FROM node:20 AS builder"), new LayerOrigin(false, 4, 5, "COPY --from=builder /out /out")],
            origins
        );
    }

    [Fact]
    public void A_step_without_a_place_has_an_unknown_line()
    {
        var origins = Provenance(
            """ "llbDefinition": [{ "id": "step0", "op": { "Op": { "source": { "identifier": "oci-layout://x" } } } }] """,
            """ "step0:0": [[{"digest":"a"}]] """,
            "",
            ""
        ).LayerOrigins;
        Assert.Equal([new LayerOrigin(true, null, null, null)], origins);
    }

    [Theory]
    [InlineData("containerd/other-platform")]
    [InlineData("classic/cache-import-refused")]
    public void Metadata_without_full_provenance_has_no_origins(string recording)
    {
        Assert.Empty(Recordings.Metadata(recording).LayerOrigins);
        Assert.Empty(BuildMetadataReader.Read("""{"buildx.build.provenance":{"metadata":{}}}""").LayerOrigins);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"containerimage.digest":"sha256:1","buildx.build.provenance":3}""")]
    [InlineData(
        """{"containerimage.digest":5,"buildx.build.provenance":{"metadata":{"https://mobyproject.org/buildkit@v1#metadata":[]}}}"""
    )]
    public void What_is_missing_is_missing(string json)
    {
        var metadata = BuildMetadataReader.Read(json);
        Assert.Equal((null, null), (metadata.ImageDigest, metadata.ConfigDigest));
        Assert.Empty(metadata.LayerOrigins);
        Assert.Empty(metadata.VertexLines);
    }

    [Theory]
    [InlineData("""{"": [[{"digest":"a"}]]}""")]
    [InlineData("""{"nocolon": [[{"digest":5}]]}""")]
    [InlineData("""{"step0:0": 5, "step1:0": [5], "step2:0": [[5]]}""")]
    public void Layers_of_another_shape_are_no_failure(string layers) =>
        Assert.All(
            Provenance(
                """ "digestMapping": {"v": 5, "w": "step0"} """,
                layers.Trim('{', '}'),
                """ "step0": {"locations":[{"ranges":[{"start":{"line":"x"}}, 5]}, 5]} """,
                ""
            ).LayerOrigins,
            x => Assert.Null(x.FirstLine)
        );

    [Fact]
    public void What_is_no_json_is_said_or_as_good_as_nothing()
    {
        Assert.ThrowsAny<JsonException>(() => BuildMetadataReader.Read("{\"contain"));
        Assert.Same(BuildMetadata.Empty, BuildMetadataReader.ReadOrEmpty("{\"contain"));
        Assert.Same(BuildMetadata.Empty, BuildMetadataReader.ReadOrEmpty(null));
        Assert.NotNull(BuildMetadataReader.ReadOrEmpty($$"""{"containerimage.digest":"sha256:{{new string('a', 64)}}"}""").ImageDigest);
    }

    private static BuildMetadata Provenance(string buildConfig, string layers, string locations, string dockerfile)
    {
        var source = Convert.ToBase64String(Encoding.UTF8.GetBytes(dockerfile));
        return BuildMetadataReader.Read(
            $$$"""
            {
              "buildx.build.provenance": {
                "buildConfig": { {{{buildConfig}}} },
                "metadata": {
                  "https://mobyproject.org/buildkit@v1#metadata": {
                    "layers": { {{{layers}}} },
                    "source": { "locations": { {{{locations}}} }, "infos": [{ "data": "{{{source}}}" }] }
                  }
                }
              }
            }
            """
        );
    }
}
