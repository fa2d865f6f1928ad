using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class VertexTests
{
    [Theory]
    [InlineData("[builder 3/5] RUN npm ci", "builder", "RUN npm ci")]
    [InlineData("[linux/arm64 builder 3/5] RUN npm ci", "builder", "RUN npm ci")]
    [InlineData("[linux/amd64->linux/arm64 builder 3/5] RUN npm ci", "builder", "RUN npm ci")]
    [InlineData("[stage-1 2/2] COPY . .", "stage-1", "COPY . .")]
    [InlineData("[2/5] RUN echo ] [1/2]", "stage-0", "RUN echo ] [1/2]")]
    [InlineData("[linux/arm64 2/5] RUN x", "stage-0", "RUN x")]
    [InlineData("[test 10/12] RUN <<EOF (npm test...)\nmore", "test", "RUN <<EOF (npm test...)\nmore")]
    [InlineData("[test test 5/5] RUN npm test", "test", "RUN npm test")]
    public void Names_its_stage_and_its_instruction(string name, string stage, string instruction)
    {
        var vertex = Named(name);
        Assert.Equal((stage, instruction), (vertex.Stage, vertex.Instruction));
    }

    [Theory]
    [InlineData("[internal] load build definition from Dockerfile")]
    [InlineData("[production internal] load build context")]
    [InlineData("[auth] library/node:pull token for registry-1.docker.io")]
    [InlineData("exporting to image")]
    [InlineData("importing cache manifest from x [1/2] y")]
    [InlineData("")]
    public void What_is_no_step_has_neither(string name)
    {
        var vertex = Named(name);
        Assert.Equal((null, null, false, false), (vertex.Stage, vertex.Instruction, vertex.IsStep, vertex.IsRun));
    }

    [Theory]
    [InlineData("RUN npm ci", true, true)]
    [InlineData("run npm ci", true, true)]
    [InlineData("COPY . .", true, false)]
    [InlineData("ADD x y", true, false)]
    [InlineData("FROM node:20", false, false)]
    [InlineData("WORKDIR /app", false, false)]
    [InlineData("RUNNER x", false, false)]
    public void Only_what_costs_something_is_a_step(string instruction, bool isStep, bool isRun)
    {
        var vertex = Named("[a 1/2] " + instruction);
        Assert.Equal((isStep, isRun), (vertex.IsStep, vertex.IsRun));
    }

    private static Vertex Named(string name) => new() { Id = "v", Name = name };
}
