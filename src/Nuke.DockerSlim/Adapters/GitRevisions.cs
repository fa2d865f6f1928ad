using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Commits of a git working copy. Files are taken out through an index of their own: unlike an archive that heeds no <c>export-ignore</c>, and unlike another
/// work tree it leaves nothing in the repository.
/// </summary>
/// <param name="environment">Asks for an environment variable, where pipelines say what a pull request goes into.</param>
/// <param name="program">The program; <c>git</c> on the path unless a test says otherwise.</param>
public sealed class GitRevisions(Func<string, string?> environment, string program = "git") : IRevisions
{
    /// <summary>What stands for the merge base of a pull request.</summary>
    public const string MergeBase = "merge-base";

    private const string SinceThen = "...";
    private const string Submodule = "160000";

    /// <inheritdoc />
    public async Task<Revision?> FindAsync(string directory, string name, CancellationToken cancellationToken)
    {
        var git = new GitCommand(directory, program);
        var up = await git.AskAsync(["rev-parse", "--show-cdup"], cancellationToken).ConfigureAwait(false);
        if (up is not { ExitCode: 0 })
            throw new InputException($"--baseline-ref {name}: {directory} is in no git working copy ({up.Said}); name a report instead.");
        var top = Path.TrimEndingDirectorySeparator(Path.GetFullPath(up.Text.Trim(), directory));
        if (name == MergeBase)
            return await OfPullRequestAsync(git, cancellationToken).ConfigureAwait(false) is { } found ? new(found, top) : null;
        var commit = await CommitAsync(git, name.EndsWith(SinceThen, StringComparison.Ordinal) ? name[..^3] : name, cancellationToken)
            .ConfigureAwait(false);
        return name.EndsWith(SinceThen, StringComparison.Ordinal)
            ? new(await MergeBaseAsync(git, commit, name, cancellationToken).ConfigureAwait(false), top)
            : new(commit, top);
    }

    /// <inheritdoc />
    public async Task TakeOutAsync(Revision revision, IReadOnlyList<string> paths, string directory, CancellationToken cancellationToken)
    {
        var index = Path.Combine(directory, ".index");
        var git = new GitCommand(revision.Directory, program) { Index = index };
        Directory.CreateDirectory(directory);
        try
        {
            Require(await git.AskAsync(["read-tree", revision.Commit], cancellationToken).ConfigureAwait(false), revision);
            // Paths are names, not patterns.
            var listed = await git.AskAsync(
                    ["--literal-pathspecs", "ls-files", "-z", "--stage", "--full-name", "--", .. paths],
                    cancellationToken
                )
                .ConfigureAwait(false);
            Require(listed, revision);
            var entries = listed
                .Text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(x => (Mode: x[..6], Hash: x.Split(' ')[1], Name: x[(x.IndexOf('\t') + 1)..]))
                .ToArray();
            var names = string.Concat(entries.Where(x => x.Mode != Submodule).Select(x => x.Name + '\0'));
            var taken = await git.AskAsync(["checkout-index", "-z", "--stdin", $"--prefix={directory}/"], cancellationToken, names)
                .ConfigureAwait(false);
            Require(taken, revision);
            foreach (var module in entries.Where(x => x.Mode == Submodule))
                await TakeOutModuleAsync(revision, module.Name, module.Hash, directory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(index);
        }
        LfsPointers.RequireNone(revision, directory);
    }

    private async Task TakeOutModuleAsync(
        Revision revision,
        string name,
        string commit,
        string directory,
        CancellationToken cancellationToken
    )
    {
        var module = Path.Combine(revision.Directory, name);
        // Without a .git of its own, git would answer for the repository above.
        if (!Path.Exists(Path.Combine(module, ".git")))
            throw new InputException(
                $"The submodule {name} of {revision.Short} is not there; run git submodule update --init (actions/checkout: submodules: true)."
            );
        var known = await new GitCommand(module, program)
            .AskAsync(["cat-file", "-e", $"{commit}^{{commit}}"], cancellationToken)
            .ConfigureAwait(false);
        if (known is not { ExitCode: 0 })
            throw new InputException(
                $"The submodule {name} does not have {new Revision(commit, module).Short}, which {revision.Short} uses; run git -C {name} fetch origin {commit}."
            );
        await TakeOutAsync(new(commit, module), ["."], Path.Combine(directory, name), cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> OfPullRequestAsync(GitCommand git, CancellationToken cancellationToken)
    {
        if (Named("CI_MERGE_REQUEST_DIFF_BASE_SHA") is { } known)
            return await CommitAsync(git, known, cancellationToken).ConfigureAwait(false);
        var branch = Named("GITHUB_BASE_REF") ?? Named("CHANGE_TARGET") ?? Named("SYSTEM_PULLREQUEST_TARGETBRANCH");
        if (branch is null)
            return null;
        branch = branch.StartsWith("refs/heads/", StringComparison.Ordinal) ? branch["refs/heads/".Length..] : branch;
        var name = $"origin/{branch}";
        var commit = await CommitAsync(git, name, cancellationToken).ConfigureAwait(false);
        return await MergeBaseAsync(git, commit, name, cancellationToken).ConfigureAwait(false);
    }

    private string? Named(string variable) => environment(variable) is { Length: > 0 } value ? value : null;

    private static async Task<string> CommitAsync(GitCommand git, string name, CancellationToken cancellationToken) =>
        await git.TextAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}")
            .ConfigureAwait(false)
        ?? throw new InputException(
            $"git knows no revision '{name}' in {git.Directory}; {await AdviceAsync(git, cancellationToken).ConfigureAwait(false)}"
        );

    private static async Task<string> MergeBaseAsync(GitCommand git, string commit, string name, CancellationToken cancellationToken) =>
        await git.TextAsync(cancellationToken, "merge-base", "HEAD", commit).ConfigureAwait(false)
        ?? throw new InputException(
            $"HEAD and '{name}' have no merge base in {git.Directory}; {await AdviceAsync(git, cancellationToken).ConfigureAwait(false)}"
        );

    private static async Task<string> AdviceAsync(GitCommand git, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(["rev-parse", "--is-shallow-repository"], cancellationToken).ConfigureAwait(false);
        return answer.Text.Trim() == "true"
            ? "it is a shallow clone: run git fetch --unshallow (actions/checkout: fetch-depth: 0)."
            : "run git fetch, or name another with --baseline-ref.";
    }

    private static void Require(GitAnswer answer, Revision revision)
    {
        if (answer.ExitCode != 0)
            throw new InputException(
                $"The files of {revision.Short} cannot be taken out of {revision.Directory} ({answer.Said}); run git fetch, or name another with --baseline-ref."
            );
    }
}
