using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class VertexKindTests
{
    [Theory]
    [InlineData("[internal] load build definition from Dockerfile", VertexKind.Resolve)]
    [InlineData("[internal] load .dockerignore", VertexKind.Resolve)]
    [InlineData("[internal] load metadata for docker.io/library/node:20", VertexKind.Resolve)]
    [InlineData("[linux/arm64 internal] load metadata for docker.io/library/node:20", VertexKind.Resolve)]
    [InlineData("[internal] settings cache mount permissions", VertexKind.Resolve)]
    [InlineData("[auth] library/node:pull token for registry-1.docker.io", VertexKind.Resolve)]
    [InlineData("[context base] load metadata for docker.io/library/node:20", VertexKind.Resolve)]
    [InlineData("resolve image config for docker-image://docker.io/docker/dockerfile:1", VertexKind.Resolve)]
    [InlineData("importing cache manifest from ghcr.io/acme/shop:cache", VertexKind.Resolve)]
    [InlineData("docker-image://docker.io/docker/dockerfile:1@sha256:1", VertexKind.Pull)]
    [InlineData("[deps 1/4] FROM docker.io/library/node:20@sha256:1", VertexKind.Pull)]
    [InlineData("FROM docker.io/library/nginx:1", VertexKind.Pull)]
    [InlineData("[context base] docker-image://docker.io/library/node:20", VertexKind.Pull)]
    [InlineData("[internal] load build context", VertexKind.Context)]
    [InlineData("[context assets] load from client", VertexKind.Context)]
    [InlineData("[internal] load git source https://github.com/acme/shop.git", VertexKind.Context)]
    [InlineData("[deps 4/4] RUN npm ci", VertexKind.Run)]
    [InlineData("[deps 2/4] WORKDIR /app", VertexKind.Run)]
    [InlineData("[linux/arm64 2/5] ADD https://example.org/x /", VertexKind.Run)]
    [InlineData("exporting to image", VertexKind.Export)]
    [InlineData("exporting cache to registry", VertexKind.Export)]
    [InlineData("pushing 127.0.0.1:5000/shop:1 with docker", VertexKind.Export)]
    [InlineData("resolving provenance for metadata file", VertexKind.Export)]
    [InlineData("[internal", VertexKind.Other)]
    [InlineData("[]", VertexKind.Other)]
    [InlineData("", VertexKind.Other)]
    [InlineData("booting buildkit", VertexKind.Other)]
    public void Is_told_by_the_name(string name, VertexKind kind) => Assert.Equal(kind, new Vertex { Id = "v", Name = name }.Kind);

    [Fact]
    public void A_cached_step_gets_its_result_instead_of_running() =>
        Assert.Equal(VertexKind.Pull, Samples.Step("[deps 4/4] RUN npm ci", cached: true).Kind);
}
