using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Building;

/// <summary>What a person is told of a failed build: the fact with its place, the evidence, what to do.</summary>
public static class FailureText
{
    /// <summary>The text: a sentence first, then the last lines that the failed step wrote.</summary>
    /// <param name="target">The image.</param>
    /// <param name="failure">The failure.</param>
    public static string For(BuildTarget target, BuildFailure failure)
    {
        var file = target.DockerfileName;
        var place = failure.Line is { } line ? $"{file}:{line}" : file;
        var sentence = failure.Kind switch
        {
            BuildFailureKind.Step =>
                $"{place}: '{Shorten(failure.Instruction)}' failed in stage '{failure.Stage}'{For(target.PlatformOfSeveral)} ({ExitCode(failure.Reason)}).{Foreign(failure)}{Uncompiled(failure)}",
            BuildFailureKind.Dockerfile => $"{place}: the Dockerfile cannot be built: {failure.Reason}.",
            BuildFailureKind.BaseImage =>
                $"{place}: a base image cannot be resolved: {failure.Reason}. Check its name and tag, your login (docker login) and the network.",
            BuildFailureKind.Frontend =>
                $"{place}: the frontend that the '# syntax=' line names cannot be resolved: {failure.Reason}. Check its name, your login (docker login) and the network, or take the line out: the builder's own frontend then reads the Dockerfile.",
            BuildFailureKind.Cache =>
                $"{target.Label}: its cache could not be written: {failure.Reason}. Check where --cache-to goes, your login there and the network, or write ignore-error=true into it where a cache that is not written is no failure.",
            BuildFailureKind.DiskFull =>
                $"{place}: the engine's disk is full: {failure.Reason}. Make room with docker system prune or docker buildx prune, then run again.",
            _ =>
                $"The engine ended the build of {target.Label}: {failure.Reason}. Check that it still runs (docker version), then run again.",
        };
        return failure.Output.Count == 0
            ? sentence
            : string.Join(Environment.NewLine, [sentence, "Its last lines:", .. failure.Output.Select(x => "    " + x)]);
    }

    private static string For(string? platform) => platform is null ? "" : $" for {platform}";

    // What the kernel says of a program of another processor.
    private static string Foreign(BuildFailure failure) =>
        failure.Output.Any(x => x.Contains("exec format error", StringComparison.OrdinalIgnoreCase))
            ? " The builder cannot run programs of that platform: build them on its own (FROM --platform=$BUILDPLATFORM) and copy them, or let it emulate (binfmt_misc with QEMU)."
            : "";

    private static string Uncompiled(BuildFailure failure) =>
        MissingCompiler.Find(failure.Output) is { } tool
            ? $" The step compiles something, such as a native module, and its base image has no {tool}: build that in a stage whose base has a compiler, and copy what comes out (COPY --from)."
            : "";

    private static string Shorten(string? instruction) =>
        instruction is { Length: > 120 } ? instruction[..117] + "..." : instruction ?? "a step";

    private static string ExitCode(string reason)
    {
        var at = reason.LastIndexOf("exit code: ", StringComparison.Ordinal);
        return at < 0 ? reason : "exit code " + reason[(at + "exit code: ".Length)..];
    }
}
