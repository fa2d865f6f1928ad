using System.IO.Enumeration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// Moves the tags of a push one by one, each read back before the next. The report has every tag and what was done to it, from before the first is touched; what
/// turns out to stand for something else ends it, and what was moved is put back.
/// </summary>
/// <param name="work">The image, measured.</param>
/// <param name="publisher">Moves them.</param>
internal sealed class TagMoves(ImageWork work, IImagePublisher publisher)
{
    private readonly List<(ImageReference Tag, TagMove Move)> _tags = [];

    /// <summary>Reads what the tags of a repository stand for, and refuses those that may not be moved.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    /// <exception cref="InputException">A tag is immutable and stands for another image.</exception>
    public async Task LookAsync(ImageReference repository, CancellationToken cancellationToken)
    {
        ImageReference[] tags = [.. work.Target.Definition.Tags.Select(repository.WithTag)];
        var found = await Task.WhenAll(tags.Select(x => publisher.FindAsync(x, cancellationToken))).ConfigureAwait(false);
        foreach (var (tag, before) in tags.Zip(found))
        {
            var isKept =
                before is not null
                && IsImmutable(tag.Tag!)
                && await RequireSameAsync(tag, before.Value, cancellationToken).ConfigureAwait(false);
            _tags.Add(
                (
                    tag,
                    new()
                    {
                        Tag = tag.ToString(),
                        Before = before,
                        State = isKept ? TagState.AlreadyThere : TagState.Untouched,
                    }
                )
            );
        }
        Write();
    }

    /// <summary>The tags of a repository, and what they stood for when they were looked at; null: there was no such tag.</summary>
    /// <param name="repository">The repository.</param>
    public IReadOnlyList<(ImageReference Tag, Digest? Held)> Held(ImageReference repository) =>
        [.. _tags.Where(x => x.Tag.Repository == repository.Repository).Select(x => (x.Tag, x.Move.Before))];

    /// <summary>Moves the tags of a repository to what was proved to lie in it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="content">What lies there.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry failed, or a tag stands for something else.</exception>
    public async Task MoveAsync(ImageReference repository, Digest content, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _tags.Count; i++)
        {
            var (tag, move) = _tags[i];
            if (tag.Repository != repository.Repository || move.State != TagState.Untouched)
                continue;
            if (move.Before == content)
                Set(i, TagState.AlreadyThere);
            else
                await MoveAsync(i, content, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A failure, with what it left of the tags.</summary>
    /// <param name="failure">The failure.</param>
    public EngineException Explain(EngineException failure)
    {
        var lines = new[]
        {
            Line("Moved before that", TagState.Moved),
            Line("Put back to what they stood for", TagState.PutBack),
            Line("Moved or not, the registry did not say", TagState.Unsure),
            Line("Standing for something else, and left", TagState.Another),
            Line("Not moved", TagState.Untouched),
        }.OfType<string>();
        return _tags.All(x => x.Move.State is TagState.Untouched or TagState.AlreadyThere)
            ? failure
            : new EngineException(string.Join(Environment.NewLine, [failure.Message, .. lines.Select(x => "    " + x)]), failure);
    }

    private string? Line(string about, TagState state) =>
        string.Join(", ", _tags.Where(x => x.Move.State == state).Select(x => x.Move.Tag)) is { Length: > 0 } names
            ? $"{about}: {names}."
            : null;

    private async Task MoveAsync(int i, Digest content, CancellationToken cancellationToken)
    {
        var tag = _tags[i].Tag;
        Digest? found;
        // From here on it may be moved, whatever comes of it.
        Set(i, TagState.Unsure);
        try
        {
            await publisher.MoveAsync(tag, content, cancellationToken).ConfigureAwait(false);
            found = await publisher.FindAsync(tag, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException)
        {
            await SettleAsync(i, content).ConfigureAwait(false);
            throw;
        }
        if (found == content)
        {
            Set(i, TagState.Moved);
            return;
        }
        Set(i, TagState.Another);
        await PutBackAsync(content).ConfigureAwait(false);
        throw new EngineException(
            $"{tag} stands for {found?.Value ?? "nothing"} after it was moved to {content}, which was tested. Another run may have pushed at the same time; run ./build.sh SlimImage again."
        );
    }

    // The registry failed somewhere between taking it and saying so; often it can still be asked.
    private async Task SettleAsync(int i, Digest content)
    {
        try
        {
            var found = await publisher.FindAsync(_tags[i].Tag, CancellationToken.None).ConfigureAwait(false);
            if (found == content)
                Set(i, TagState.Moved);
            else if (found == _tags[i].Move.Before)
                Set(i, TagState.Untouched);
        }
        catch (EngineException)
        {
            // It stays unsure, which is what the report says.
        }
    }

    // What another run has moved since is that run's.
    private async Task PutBackAsync(Digest content)
    {
        for (var i = _tags.Count - 1; i >= 0; i--)
        {
            var (tag, move) = _tags[i];
            if (move.State != TagState.Moved)
                continue;
            try
            {
                if (await publisher.FindAsync(tag, CancellationToken.None).ConfigureAwait(false) != content)
                    Set(i, TagState.Another);
                else if (move.Before is not { } before)
                {
                    if (await publisher.RemoveAsync(tag, CancellationToken.None).ConfigureAwait(false))
                        Set(i, TagState.PutBack);
                }
                else
                {
                    await publisher.MoveAsync(tag, before, CancellationToken.None).ConfigureAwait(false);
                    Set(i, TagState.PutBack);
                }
            }
            catch (EngineException)
            {
                // It stays moved, and is named as such.
            }
        }
    }

    private bool IsImmutable(string tag) =>
        work.Target.Definition.Push.ImmutableTags.Any(x => FileSystemName.MatchesSimpleExpression(x, tag, ignoreCase: false));

    private async Task<bool> RequireSameAsync(ImageReference tag, Digest digest, CancellationToken cancellationToken)
    {
        var held = await publisher.ReadAsync(tag.WithDigest(digest), cancellationToken).ConfigureAwait(false);
        var measured = work.Each.Select(x => x.Report.Image.ConfigDigest!.Value).ToHashSet();
        if (held is not null && measured.SetEquals(held.Images.Select(x => x.ConfigDigest)))
            return true;
        throw new InputException(
            $"The tag {tag} is immutable (--immutable-tags) and stands for another image, {digest}, so nothing was pushed; push under a new tag."
        );
    }

    private void Set(int i, TagState state)
    {
        _tags[i] = (_tags[i].Tag, _tags[i].Move with { State = state });
        Write();
    }

    private void Write()
    {
        var main = ImageReference.Parse(work.Target.Definition.Repository).Repository;
        work.Update(
            work.Report with
            {
                Push = work.Report.Push with
                {
                    Moves = [.. _tags.Select(x => x.Move)],
                    Tags = [.. _tags.Where(x => x.Tag.Repository == main && x.Move.Holds).Select(x => x.Tag.Tag!)],
                },
            }
        );
    }
}
