using System;
using System.IO;

/// <summary>A folder that is gone with all in it when it is disposed. Its path is short: a socket's may have hundred characters or so.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dslim-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that outlives its command still writes there; the next start of the machine empties the place.
        }
    }
}
