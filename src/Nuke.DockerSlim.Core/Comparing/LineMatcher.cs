using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>
/// Finds the lines of one Dockerfile again in another one that was edited since. What says the same in the same stage is the same line, wherever it was
/// moved to; then a stage's FROM and what is alike; then what says the same in another stage. The rest is new or gone.
/// </summary>
internal sealed class LineMatcher
{
    // Half of the words: "RUN npm ci" and "RUN npm ci --omit=dev" are one line, "RUN npm ci" and "RUN npm run build" are two.
    private const double Alike = 0.5;

    // Comparing each with each of more would take seconds; nobody edits so many lines at once.
    private const int MostCompared = 250_000;

    private readonly IReadOnlyList<LineFacts> _before;
    private readonly IReadOnlyList<LineFacts> _after;
    private readonly Dictionary<LineFacts, LineFacts> _found = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<LineFacts> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _renamed;

    private LineMatcher(IReadOnlyList<LineFacts> before, IReadOnlyList<LineFacts> after)
    {
        (_before, _after) = (before, after);
        string[] gone = [.. before.Select(x => x.Stage).Distinct().Except(after.Select(x => x.Stage))];
        string[] added = [.. after.Select(x => x.Stage).Distinct().Except(before.Select(x => x.Stage))];
        // Of several nobody can say which became which.
        _renamed = gone is [var was] && added is [var now] ? new() { [was] = now } : [];
    }

    /// <summary>The pairs: those of the new Dockerfile in its order, then what is gone.</summary>
    /// <param name="before">The baseline's lines.</param>
    /// <param name="after">This Dockerfile's lines.</param>
    public static IReadOnlyList<LinePair> Match(IReadOnlyList<LineFacts> before, IReadOnlyList<LineFacts> after) =>
        new LineMatcher(before, after).Match();

    private IReadOnlyList<LinePair> Match()
    {
        MatchEqual((line, stage) => $"{stage}\n{InstructionWords.Normal(line.Instruction)}");
        // A stage has one FROM, whatever image it names.
        MatchEqual((line, stage) => InstructionWords.Keyword(line.Instruction) == "FROM" ? stage : null);
        MatchAlike();
        MatchEqual((line, _) => InstructionWords.Normal(line.Instruction));
        return
        [
            .. _after.Select(x => new LinePair(_found.GetValueOrDefault(x), x)),
            .. _before.Where(x => !_taken.Contains(x)).Select(x => new LinePair(x, null)),
        ];
    }

    // The first of several that are the same is the first of them before.
    private void MatchEqual(Func<LineFacts, string, string?> key)
    {
        var queues = new Dictionary<string, Queue<LineFacts>>(StringComparer.Ordinal);
        foreach (var line in _before.Where(x => !_taken.Contains(x)))
            if (key(line, StageNow(line)) is { } name)
            {
                queues.TryAdd(name, new());
                queues[name].Enqueue(line);
            }
        foreach (var line in _after.Where(x => !_found.ContainsKey(x)))
            if (key(line, line.Stage) is { } name && queues.TryGetValue(name, out var queue) && queue.TryDequeue(out var match))
                Pair(line, match);
    }

    private void MatchAlike()
    {
        LineFacts[] left = [.. _after.Where(x => !_found.ContainsKey(x))];
        LineFacts[] old = [.. _before.Where(x => !_taken.Contains(x))];
        if ((long)left.Length * old.Length > MostCompared)
            return;
        var candidates = left.SelectMany(x => old.Where(y => StageNow(y) == x.Stage).Select(y => (New: x, Old: y)))
            .Select(x => (x.New, x.Old, Likeness: InstructionWords.Likeness(x.Old.Instruction, x.New.Instruction)))
            .Where(x => x.Likeness >= Alike)
            .OrderByDescending(x => x.Likeness)
            .ThenBy(x => x.New.Line)
            .ThenBy(x => x.Old.Line);
        foreach (var (line, match, _) in candidates)
            if (!_found.ContainsKey(line) && !_taken.Contains(match))
                Pair(line, match);
    }

    private void Pair(LineFacts line, LineFacts match)
    {
        _found[line] = match;
        _taken.Add(match);
    }

    private string StageNow(LineFacts line) => _renamed.GetValueOrDefault(line.Stage, line.Stage);
}
