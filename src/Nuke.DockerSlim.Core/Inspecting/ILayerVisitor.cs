namespace Nuke.DockerSlim.Inspecting;

/// <summary>Sees the entries of one layer in the order of its tar, while the layer streams by.</summary>
internal interface ILayerVisitor
{
    /// <summary>An entry begins.</summary>
    /// <param name="entry">It; its spans hold only during the call.</param>
    /// <returns>Whether its content is wanted; <see cref="End" /> follows all the same.</returns>
    bool Begin(in TarEntry entry);

    /// <summary>The next piece of the entry's content, of any length; of a sparse file the bytes that the tar holds.</summary>
    /// <param name="bytes">The piece; holds only during the call.</param>
    void Content(ReadOnlySpan<byte> bytes);

    /// <summary>The entry is whole. Not called for the one that a damaged tar breaks off in.</summary>
    void End();
}
