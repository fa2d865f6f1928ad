using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// Pushes an image: its bytes to every repository first, under no tag that anybody pulls; the proof that each holds what was tested; and only then the tags, one by
/// one. Of several platforms each is uploaded and proved by itself; what the tags stand for then is <see cref="PushedContent" />'s.
/// </summary>
/// <param name="publisher">Pushes.</param>
internal sealed class ImagePushes(IImagePublisher publisher)
{
    // A registry that failed may have gone, and nobody waits for that.
    private static readonly TimeSpan ForCandidates = TimeSpan.FromSeconds(10);

    /// <summary>Pushes.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report have what became of each tag.</exception>
    /// <exception cref="InputException">A tag is immutable and stands for another image, or what is to be attested is not there.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        StatementWork.Require(work);
        foreach (var each in work.Each.Append(work))
            each.Update(each.Report with { Push = new PushFacts() });
        // What was measured; the figures are the first registry's from the moment that it is known.
        Tested[] tested = [.. work.Each.Select(x => new Tested(x, x.Report))];
        var repositories = work.Target.Definition.PushedRepositories;
        var moves = new TagMoves(work, publisher);
        var content = new PushedContent(work, publisher);
        try
        {
            foreach (var repository in repositories)
                await moves.LookAsync(repository, cancellationToken).ConfigureAwait(false);
            var uploads = new List<RepositoryUpload>();
            foreach (var repository in repositories)
                uploads.Add(await UploadAsync(work, tested, moves, content, repository, cancellationToken).ConfigureAwait(false));
            // A tag that people verify has to have its signature when it is moved.
            foreach (var upload in uploads)
                await content.SignAsync(upload.Repository.WithDigest(upload.Content), cancellationToken).ConfigureAwait(false);
            foreach (var upload in uploads)
                await moves.MoveAsync(upload.Repository, upload.Content, cancellationToken).ConfigureAwait(false);
            // Only now: some registries take away what no tag stands for.
            await RemoveCandidatesAsync(work, cancellationToken).ConfigureAwait(false);
            work.Update(work.Report with { Push = work.Report.Push with { Pushed = true, Digest = uploads[0].Content } });
            foreach (var platform in work.Platforms)
                platform.Update(platform.Report with { Push = work.Report.Push with { Proofs = platform.Report.Push.Proofs } });
            foreach (var upload in uploads)
                await AttachAsync(upload, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException e)
        {
            using var patience = new CancellationTokenSource(ForCandidates);
            await RemoveCandidatesAsync(work, patience.Token).ConfigureAwait(false);
            throw moves.Explain(e);
        }
        finally
        {
            PlatformSummary.Write(work);
        }
    }

    private async Task<RepositoryUpload> UploadAsync(
        ImageWork work,
        IReadOnlyList<Tested> tested,
        TagMoves moves,
        PushedContent content,
        ImageReference repository,
        CancellationToken cancellationToken
    )
    {
        var held = moves.Held(repository);
        // The bytes take their time, in which the registry can be asked what there was before.
        var chains = Task.WhenAll(tested.Select(x => PushChain.ReadAsync(x.Work, held, publisher, cancellationToken)));
        try
        {
            var platforms = new List<PlatformUpload>();
            foreach (var each in tested)
                platforms.Add(await UploadAsync(work, each, repository, cancellationToken).ConfigureAwait(false));
            var settled = await content.SettleAsync(repository, platforms, held, cancellationToken).ConfigureAwait(false);
            return new RepositoryUpload(repository, settled, platforms, await chains.ConfigureAwait(false));
        }
        finally
        {
            await ((Task)chains).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // With its provenance, where there is one: an index takes over what a platform's own index names.
    private async Task<PlatformUpload> UploadAsync(
        ImageWork whole,
        Tested tested,
        ImageReference repository,
        CancellationToken cancellationToken
    )
    {
        var (work, measured) = tested;
        var candidate = work.Target.CandidateIn(repository);
        // A layout is uploaded under its digest alone.
        if (work.Source.Transport == ImageTransport.DockerDaemon)
            Leave(whole, [.. whole.Report.Push.Candidates, candidate.ToString()]);
        var content = await publisher.UploadAsync(work.Source, candidate, cancellationToken).ConfigureAwait(false);
        var place = repository.WithDigest(content);
        var published = await publisher.ReadAsync(place, cancellationToken).ConfigureAwait(false);
        var pushed = PushProof.Require(measured, published, place);
        var proof = PushProof.Facts(measured, pushed, repository);
        if (whole.Report.Push.Proofs.All(x => x.Repository == repository.Repository))
            work.Update(PushProof.WithExactFigures(work.Report, pushed, work.Target.Definition.PullBandwidth));
        Add(work, proof);
        if (work != whole)
            Add(whole, proof);
        return new PlatformUpload(tested, content, pushed.ManifestDigest);
    }

    // No push fails by what is left over of it.
    private async Task RemoveCandidatesAsync(ImageWork work, CancellationToken cancellationToken)
    {
        if (work.Target.Definition.Push.KeepCandidates)
            return;
        var candidates = work.Report.Push.Candidates;
        var gone = await Task.WhenAll(candidates.Select(x => IsGoneAsync(ImageReference.Parse(x), cancellationToken)))
            .ConfigureAwait(false);
        Leave(work, [.. candidates.Zip(gone).Where(x => !x.Second).Select(x => x.First)]);
    }

    private async Task<bool> IsGoneAsync(ImageReference candidate, CancellationToken cancellationToken)
    {
        try
        {
            return await publisher.RemoveAsync(candidate, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EngineException or OperationCanceledException)
        {
            return false;
        }
    }

    private static void Leave(ImageWork work, IReadOnlyList<string> candidates) =>
        work.Update(work.Report with { Push = work.Report.Push with { Candidates = candidates } });

    private async Task AttachAsync(RepositoryUpload upload, CancellationToken cancellationToken)
    {
        foreach (var (platform, chain) in upload.Platforms.Zip(upload.Chains))
            await ReportAttachment
                .RunAsync(platform.Tested.Work, upload.Repository.WithDigest(platform.Manifest), publisher, chain, cancellationToken)
                .ConfigureAwait(false);
    }

    private static void Add(ImageWork work, PushedProof proof) =>
        work.Update(work.Report with { Push = work.Report.Push with { Proofs = [.. work.Report.Push.Proofs, proof] } });

    /// <summary>A platform, or the image of at most one.</summary>
    /// <param name="Work">It.</param>
    /// <param name="Report">What was measured of it before the push.</param>
    internal sealed record Tested(ImageWork Work, ImageReport Report);

    /// <summary>A platform in a repository.</summary>
    /// <param name="Tested">What was tested of it.</param>
    /// <param name="Content">What was uploaded: its manifest, or an index of that and its provenance.</param>
    /// <param name="Manifest">Its manifest.</param>
    internal sealed record PlatformUpload(Tested Tested, Digest Content, Digest Manifest);

    /// <summary>What was brought to a repository.</summary>
    /// <param name="Repository">The repository.</param>
    /// <param name="Content">What its tags are to stand for.</param>
    /// <param name="Platforms">Each platform there.</param>
    /// <param name="Chains">What the tags stood for before, for each platform.</param>
    private sealed record RepositoryUpload(
        ImageReference Repository,
        Digest Content,
        IReadOnlyList<PlatformUpload> Platforms,
        IReadOnlyList<PushChain> Chains
    );
}
