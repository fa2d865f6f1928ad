namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads one file's content as it streams by.</summary>
internal interface IContentReader
{
    /// <summary>Takes the next piece.</summary>
    /// <param name="bytes">The piece, of any length; holds only during the call.</param>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>What the content tells, once it is whole.</summary>
    FileDetails Finish();
}
