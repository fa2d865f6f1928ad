using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>What runs write down that they make in engines, and what later runs make of it.</summary>
public sealed class RunLedgerTests : IDisposable
{
    private const string Engine = "8525ebfb";
    private readonly ContextFolder _folder = new();
    private readonly List<LeftRun> _swept = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_dead_run_left_is_swept_once()
    {
        Leave("dead", $"{Engine}\tacme/shop:dockerslim-edited", Engine);
        await SweepAsync();
        var left = Assert.Single(_swept);
        Assert.Equal(("dead", "acme/shop:dockerslim-edited"), (left.Run, Assert.Single(left.Images)));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
        await SweepAsync();
        Assert.Single(_swept);
    }

    [Fact]
    public async Task A_run_that_is_alive_keeps_its_own_and_what_it_shares_with_a_dead_one()
    {
        using var alive = new RunLedger(_folder.Path);
        alive.Note(Engine, "acme/shop:dockerslim-edited");
        Leave("dead", $"{Engine}\tacme/shop:dockerslim-edited", $"{Engine}\tacme/shop:dockerslim-test");
        await SweepAsync();
        Assert.Equal(["acme/shop:dockerslim-test"], Assert.Single(_swept).Images);
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path, alive.Run + ".*").Count());
    }

    [Fact]
    public async Task What_lies_in_another_engine_is_left_to_a_run_that_works_with_it()
    {
        Leave("dead", "other\ta:dockerslim-test", $"{Engine}\tb:dockerslim-test");
        await SweepAsync();
        Assert.Equal(["b:dockerslim-test"], Assert.Single(_swept).Images);
        await SweepAsync();
        Assert.Single(_swept);
        await SweepAsync("other");
        Assert.Equal(["a:dockerslim-test"], _swept[1].Images);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task What_could_not_be_swept_stays_written_down()
    {
        Leave("dead", $"{Engine}\tb:dockerslim-test");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunLedger.SweepAsync(_folder.Path, Engine, _ => throw new InvalidOperationException("gone"))
        );
        await SweepAsync();
        Assert.Single(_swept);
    }

    [Fact]
    public async Task What_nobody_could_sweep_for_long_is_forgotten()
    {
        Leave("dead", "other\ta:dockerslim-test");
        File.SetLastWriteTimeUtc(_folder["dead.list"], DateTime.UtcNow.AddDays(-31));
        await SweepAsync();
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
        Assert.Empty(_swept);
    }

    [Fact]
    public void A_run_writes_nothing_before_there_is_something_and_leaves_nothing()
    {
        using (var ledger = new RunLedger(_folder["runs"]))
        {
            Assert.False(Directory.Exists(_folder["runs"]));
            ledger.Note(Engine, "a:dockerslim-test");
            ledger.Note(Engine, "a:dockerslim-test");
            ledger.Note(Engine, null);
            Assert.Equal([$"{Engine}\ta:dockerslim-test", Engine], File.ReadAllLines(_folder[$"runs/{ledger.Run}.list"]));
        }
        Assert.Empty(Directory.EnumerateFiles(_folder["runs"]));
    }

    [Fact]
    public async Task A_run_that_could_not_take_all_away_leaves_it_to_the_next()
    {
        using (var ledger = new RunLedger(_folder.Path))
        {
            ledger.Note(Engine, "a:dockerslim-test");
            ledger.Keep();
        }
        await SweepAsync();
        Assert.Equal(["a:dockerslim-test"], Assert.Single(_swept).Images);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_stops_nobody()
    {
        _folder.With("file");
        using var ledger = new RunLedger(_folder["file/below"]);
        ledger.Note(Engine, "a:dockerslim-test");
        Assert.Equal(["file"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Folders_of_every_kind_go_that_dead_processes_left()
    {
        var (dead, kept) = (new string('a', 32), new string('b', 32));
        using var alive = OwnedFolder.Make(_folder.Path, "build-");
        _folder.With($"edited-{dead}/x", $"edited-{dead}.lock", $"baseline-{kept}/x", "layers/x", "own.lock");
        OwnedFolder.Sweep(_folder.Path);
        Assert.Equal(
            [$"baseline-{kept}", Path.GetFileName(alive.Path), "layers"],
            Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.True(File.Exists(_folder["own.lock"]));
    }

    private void Leave(string run, params string[] lines)
    {
        File.WriteAllText(_folder[$"{run}.lock"], "");
        File.WriteAllLines(_folder[$"{run}.list"], lines);
    }

    private Task SweepAsync(string engine = Engine) =>
        RunLedger.SweepAsync(
            _folder.Path,
            engine,
            x =>
            {
                _swept.Add(x);
                return Task.CompletedTask;
            }
        );
}
