using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>An answer is good for the very question and files that it was given for, and not for long.</summary>
public sealed class AnswerCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("answers ü ").FullName;
    private readonly Clock _clock = new();

    public AnswerCacheTests() => File.WriteAllText(Dockerfile, "FROM scratch\n");

    private string Dockerfile => Path.Combine(_folder, "Dockerfile");

    private BuildTarget Target => BuildTarget.From(new ImageDefinition("acme/shop"), _folder);

    private AnswerCache Cache => new(Path.Combine(_folder, "kept"), _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_answer_is_found_again_by_another_run()
    {
        Cache.Keep(Name("a"), "{ \"é\": 1 }");

        Assert.Equal("{ \"é\": 1 }", Cache.Find(Name("a")));
        Assert.Null(Cache.Find(Name("b")));
    }

    [Fact]
    public void A_changed_Dockerfile_or_ignore_file_is_another_question()
    {
        var before = Name("a");
        File.WriteAllText(Path.Combine(_folder, ".dockerignore"), "bin\n");
        var ignoring = Name("a");
        File.AppendAllText(Dockerfile, "USER 1\n");

        Assert.Equal(3, new[] { before, ignoring, Name("a") }.Distinct().Count());
        Assert.NotEqual(Name("a", "b"), Name("ab"));
    }

    [Fact]
    public void After_a_day_it_is_asked_again()
    {
        Cache.Keep(Name("a"), "{}");
        _clock.Now += TimeSpan.FromHours(23);
        Assert.NotNull(Cache.Find(Name("a")));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Null(Cache.Find(Name("a")));
    }

    [Fact]
    public void A_damaged_answer_is_none_and_a_missing_Dockerfile_has_no_name()
    {
        Cache.Keep(Name("a"), "{}");
        var file = Directory.EnumerateFiles(Path.Combine(_folder, "kept"), "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        Assert.Null(Cache.Find(Name("a")));

        File.Delete(Dockerfile);
        Assert.Null(AnswerCache.Name(Target, ["a"]));
    }

    private string Name(params string[] arguments) => AnswerCache.Name(Target, arguments)!;

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
