using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// What a run makes in engines and takes away again, written down before it is made. A file beside it is held for as long as the run lives; the system lets go of it
/// when the process dies, however it dies, and by that a later run of the same user knows what nobody will take away any more.
/// </summary>
public sealed class RunLedger : IDisposable
{
    private const string LockSuffix = ".lock";
    private const string ListSuffix = ".list";

    // An engine that has not been asked for that long is gone, and what was left in it.
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(30);

    private readonly string _directory;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _written = [];
    private FileStream? _held;
    private bool _isKept;

    /// <summary>Prepares one; nothing is written before there is something to write down.</summary>
    /// <param name="directory">The folder of all runs' ledgers, absolute.</param>
    public RunLedger(string directory)
    {
        _directory = directory;
        Run = Guid.NewGuid().ToString("N");
    }

    /// <summary>The run's name.</summary>
    public string Run { get; }

    /// <summary>The folder for the ledgers of this user's runs; below the system's folder for temporary files where they have none of their own.</summary>
    public static string UsersDirectory
    {
        get
        {
            var own = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
            return Path.Combine(own.Length > 0 ? own : Path.GetTempPath(), "nuke-dockerslim", "runs");
        }
    }

    /// <summary>Writes down that the run makes something in an engine.</summary>
    /// <param name="engine">The engine's id.</param>
    /// <param name="image">The name of an image; null for containers, which carry the run's name.</param>
    public void Note(string engine, string? image)
    {
        var line = image is null ? engine : $"{engine}\t{image}";
        lock (_gate)
        {
            if (!_written.Add(line))
                return;
            try
            {
                Directory.CreateDirectory(_directory);
                _held ??= new FileStream(FileOf(LockSuffix), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                File.AppendAllText(FileOf(ListSuffix), line + "\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A user without a folder to write to: only what a killed run leaves stays then.
            }
        }
    }

    /// <summary>Lets what dead runs left in an engine be taken away, and forgets it where it was.</summary>
    /// <param name="directory">The folder of all runs' ledgers.</param>
    /// <param name="engine">The engine's id.</param>
    /// <param name="sweep">Takes it away. What it cannot reach now stays written down.</param>
    /// <exception cref="EngineException">Those of <paramref name="sweep" />.</exception>
    public static async Task SweepAsync(string directory, string engine, Func<LeftRun, Task> sweep)
    {
        if (!Directory.Exists(directory))
            return;
        var dead = new List<(string Name, FileStream Held)>();
        var used = new HashSet<string>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(directory, "*" + LockSuffix).ToArray())
                if (Hold(file) is { } held)
                    dead.Add((Path.GetFileNameWithoutExtension(file), held));
                else
                    used.UnionWith(Lines(Path.ChangeExtension(file, ListSuffix)));
            foreach (var (name, _) in dead)
                await SweepAsync(Path.Combine(directory, name), engine, used, sweep).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (name, held) in dead)
            {
                var isDone = !File.Exists(Path.Combine(directory, name + ListSuffix));
                held.Dispose();
                if (isDone)
                    File.Delete(Path.Combine(directory, name + LockSuffix));
            }
        }
    }

    /// <summary>Keeps what is written down when the run ends: not all of it could be taken away.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Forgets what is written down, unless something of it is still there.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_held is null)
                return;
            if (!_isKept)
                File.Delete(FileOf(ListSuffix));
            _held.Dispose();
            if (!_isKept)
                File.Delete(FileOf(LockSuffix));
            _held = null;
        }
    }

    private static async Task SweepAsync(string place, string engine, HashSet<string> used, Func<LeftRun, Task> sweep)
    {
        var lines = Lines(place + ListSuffix);
        var here = lines.Where(x => x.Split('\t')[0] == engine).ToArray();
        if (here.Length > 0)
            await sweep(
                    new LeftRun(
                        Path.GetFileName(place),
                        [.. here.Where(x => !used.Contains(x)).Select(x => x.Split('\t')).Where(x => x.Length > 1).Select(x => x[1])]
                    )
                )
                .ConfigureAwait(false);
        // Another engine's is for a run that works with that one.
        var others = lines.Except(here).ToArray();
        if (others.Length == 0 || DateTime.UtcNow - File.GetLastWriteTimeUtc(place + ListSuffix) > LongAgo)
            File.Delete(place + ListSuffix);
        else if (here.Length > 0)
            WholeFile.Replace(place + ListSuffix, string.Concat(others.Select(x => x + "\n")));
    }

    private static FileStream? Hold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its run is alive, or another run sweeps it just now.
            return null;
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file) ? [.. File.ReadAllLines(file).Where(x => x.Length > 0)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string FileOf(string suffix) => Path.Combine(_directory, Run + suffix);
}
