using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class AbsentSourceTests : PipelineTest
{
    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_recorded_one_is_told_by_its_name(string store)
    {
        var failure = BuildFailureReader.Read(Recordings.Trace($"{store}/missing-copied-file"));
        WriteDockerfile(Enumerable.Repeat("#", failure.Line!.Value - 2).Append($"COPY {PathIn(failure)} /"));
        Assert.Equal(
            $"COPY takes {PathIn(failure)}, which the build context does not have; check its name, upper and lower case too, or build it before",
            AbsentSource.Explain(Work.Target, failure).Reason
        );
    }

    [Fact]
    public void One_that_the_ignore_file_leaves_out_is_told_with_what_lets_it_in()
    {
        WriteDockerfile(["COPY \\", "  assets/film.bin /"]);
        Directory.CreateDirectory(Path.Combine(Context, "assets"));
        File.WriteAllText(Path.Combine(Context, "assets", "film.bin"), "");
        File.WriteAllText(Path.Combine(Context, ".dockerignore"), "*\n!src\n");
        Assert.Equal(
            "COPY takes assets/film.bin, which .dockerignore leaves out of the build context; let it in with the line !assets/film.bin at the file's end",
            Explain("/assets/film.bin", 3)
        );
    }

    [Fact]
    public void One_that_lies_there_all_the_same_is_not_said_to_be_missing()
    {
        WriteDockerfile(["COPY film.bin /"]);
        File.WriteAllText(Path.Combine(Context, "film.bin"), "");
        Assert.Contains("film.bin, which lies in the build context and was not sent", Explain("/film.bin", 2));
    }

    [Fact]
    public void One_of_another_stage_is_told_with_the_stage()
    {
        WriteDockerfile(["COPY --from=builder /app/dist /"]);
        Assert.Equal("COPY takes /app/dist from 'builder', which does not have it; check the path there", Explain("/app/dist", 2));
    }

    [Fact]
    public void Others_stay_as_they_are()
    {
        WriteDockerfile(["COPY film.bin /"]);
        var other = Failure("failed to calculate checksum of something else", 2);
        Assert.Same(other, AbsentSource.Explain(Work.Target, other));
        // The Dockerfile is another one by now.
        var moved = Failure(Said("/film.bin"), 9);
        Assert.Same(moved, AbsentSource.Explain(Work.Target, moved));
    }

    private string Explain(string path, int line) => AbsentSource.Explain(Work.Target, Failure(Said(path), line)).Reason;

    private static string Said(string path) =>
        $"failed to compute cache key: failed to calculate checksum of ref tlo0s1mm::lshgtcr4: \"{path}\": not found";

    private static BuildFailure Failure(string reason, int line) =>
        new()
        {
            Kind = BuildFailureKind.Dockerfile,
            Reason = reason,
            Line = line,
        };

    private static string PathIn(BuildFailure failure) => failure.Reason.Split('"')[1].Trim('/');

    private void WriteDockerfile(IEnumerable<string> lines) =>
        File.WriteAllText(
            Path.Combine(Context, "Dockerfile"),
            string.Join('\n', lines.Prepend("FROM debian:12-slim AS production")) + "\n"
        );
}
